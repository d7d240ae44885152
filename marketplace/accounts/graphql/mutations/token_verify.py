"""``tokenVerify``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.tokens import actor_of
from marketplace.graphql import ANYONE, Boolean, Field, Mutation, String


class TokenVerify(Mutation):
    """Whether an access token is valid now, and whose it is."""

    class Arguments:
        token = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError

    is_valid = Field(Boolean)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, token: str) -> dict[str, Any]:
        user = actor_of(token)
        if user is not None:
            info.context.actor = user
        return {"is_valid": user is not None, "user": user}
