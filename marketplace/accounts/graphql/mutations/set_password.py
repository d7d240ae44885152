"""``setPassword``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.passwords.change import set_password
from marketplace.graphql import ANYONE, Mutation, String


class SetPassword(Mutation):
    """Choose a new password with the token of the mailed link. All devices are signed out."""

    class Arguments:
        token = String(required=True)
        password = String(required=True)

    class Meta:
        access = ANYONE
        error_codes = (*errors.LINK_CODES, *errors.WEAK_PASSWORD_CODES)
        known_errors = {**errors.LINK, **errors.WEAK_PASSWORD}

    @classmethod
    def perform(cls, info: Any, *, token: str, password: str) -> dict[str, Any]:
        set_password(token=token, password=password)
        return {}
