"""``setPassword``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.passwords.change import set_password
from marketplace.graphql import ANYONE, Field, Mutation, String


class SetPassword(Mutation):
    """Choose a new password with the token of the mailed link. All devices are signed out."""

    class Arguments:
        email = String(description="Of the account, for clients that send it; it must fit the token.")
        token = String(required=True)
        password = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        error_codes = (*errors.LINK_CODES, *errors.WEAK_PASSWORD_CODES)
        known_errors = {**errors.LINK, **errors.WEAK_PASSWORD}

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, token: str, password: str, email: str | None = None) -> dict[str, Any]:
        user = set_password(token=token, password=password, email=email or "")
        info.context.actor = user  # the mailed link has shown who they are, so that they may read it
        return {"user": user}
