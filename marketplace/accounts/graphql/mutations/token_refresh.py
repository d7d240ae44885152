"""``tokenRefresh``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.types.user import User
from marketplace.accounts.tokens import InvalidRefreshToken, RefreshTokenReused, refresh
from marketplace.graphql import ANYONE, Field, InputError, Mutation, String

_SIGN_IN_AGAIN = _("Please sign in again.")


class TokenRefresh(Mutation):
    """Exchange a refresh token for the next pair. Using one twice signs its device out: somebody had a copy."""

    class Arguments:
        refresh_token = String(required=True)

    class Meta:
        access = ANYONE
        error_type = errors.AccountError
        atomic = False
        error_codes = ("JWT_INVALID_TOKEN", "REFRESH_TOKEN_REUSED")
        known_errors = {
            RefreshTokenReused: lambda refusal: InputError(
                _SIGN_IN_AGAIN, field="refresh_token", code="REFRESH_TOKEN_REUSED"
            ),
            InvalidRefreshToken: lambda refusal: InputError(
                _SIGN_IN_AGAIN, field="refresh_token", code="JWT_INVALID_TOKEN"
            ),
        }

    token = Field(String)
    refresh_token = Field(String)
    user = Field(User)

    @classmethod
    def perform(cls, info: Any, *, refresh_token: str) -> dict[str, Any]:
        pair = refresh(refresh_token)
        info.context.actor = pair.user
        info.context.extra["session"] = pair.session
        return {"token": pair.access, "refresh_token": pair.refresh, "user": pair.user}
