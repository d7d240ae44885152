"""``confirmEmail``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.registration.confirm import confirm_email
from marketplace.graphql import ANYONE, Boolean, Field, Mutation, String


class ConfirmEmail(Mutation):
    """Confirm an e-mail address with the token of the mailed link; from then on its owner can sign in."""

    class Arguments:
        token = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        error_codes = errors.LINK_CODES
        known_errors = errors.LINK

    is_confirmed = Field(Boolean)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        confirm_email(token)
        return {"is_confirmed": True}
