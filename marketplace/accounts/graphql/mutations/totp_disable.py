"""``totpDisable``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.two_factor.switch import disable_totp
from marketplace.graphql import SIGNED_IN, Mutation, String


class TotpDisable(Mutation):
    """Turn two-step sign-in off; needs the password and a code."""

    class Arguments:
        password = String(required=True)
        code = String(required=True, description="Of the app, or a recovery code.")

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = errors.TOTP_CODES
        known_errors = errors.TOTP

    @classmethod
    def perform(cls, info: Any, *, password: str, code: str) -> dict[str, Any]:
        disable_totp(signed_in_user(info), password=password, code=code)
        return {}
