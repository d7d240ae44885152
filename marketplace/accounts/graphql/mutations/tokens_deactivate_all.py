"""``tokensDeactivateAll``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.tokens import revoke_all_tokens
from marketplace.graphql import SIGNED_IN, Mutation


class TokensDeactivateAll(Mutation):
    """Sign out all of one's devices at once, this one too."""

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        revoke_all_tokens(signed_in_user(info))
        return {}
