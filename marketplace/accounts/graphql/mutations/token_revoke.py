"""``tokenRevoke``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.tokens import revoke_token
from marketplace.graphql import ANYONE, Mutation, String


class TokenRevoke(Mutation):
    """Sign out this device: no token of it works any more. Always answers the same, whatever the token."""

    class Arguments:
        refresh_token = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError

    @classmethod
    def perform(cls, info: Any, *, refresh_token: str) -> dict[str, Any]:
        revoke_token(refresh_token)
        return {}
