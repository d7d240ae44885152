"""Tokens of signed-in devices: short access tokens, and refresh tokens that are exchanged once."""

from marketplace.accounts.tokens.access import Bearer, actor_of, bearer_of
from marketplace.accounts.tokens.issue import TokenPair, issue_tokens
from marketplace.accounts.tokens.refresh import InvalidRefreshToken, RefreshTokenReused, refresh
from marketplace.accounts.tokens.revoke import revoke_all_tokens, revoke_token

__all__ = [
    "Bearer",
    "InvalidRefreshToken",
    "RefreshTokenReused",
    "TokenPair",
    "actor_of",
    "bearer_of",
    "issue_tokens",
    "refresh",
    "revoke_all_tokens",
    "revoke_token",
]
