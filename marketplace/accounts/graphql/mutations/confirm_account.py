"""``confirmAccount``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.registration.confirm import confirm_email
from marketplace.graphql import ANYONE, Field, Mutation, String


class ConfirmAccount(Mutation):
    """As confirmEmail, for clients that send the address along: it must be the one the token was mailed to."""

    class Arguments:
        email = String(required=True)
        token = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        error_codes = errors.LINK_CODES
        known_errors = errors.LINK

    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, email: str, token: str) -> dict[str, Any]:
        user = confirm_email(token, email=email or " ")
        info.context.actor = user  # the mailed link has shown who they are, so that they may read it
        return {"user": user}
