"""``totpConfirm``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.sign_in.attempts import PER_ACCOUNT, count_attempt
from marketplace.accounts.two_factor.switch import confirm_totp
from marketplace.graphql import SIGNED_IN, Field, List, Mutation, NonNull, String


class TotpConfirm(Mutation):
    """Turn two-step sign-in on with a first code of the app. The recovery codes are shown this once."""

    class Arguments:
        code = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = errors.TOTP_CODES
        known_errors = errors.TOTP

    recovery_codes = Field(List(NonNull(String)))

    @classmethod
    def perform(cls, info: Any, *, code: str) -> dict[str, Any]:
        user = signed_in_user(info)
        count_attempt(PER_ACCOUNT, user.email)
        return {"recovery_codes": confirm_totp(user, code)}
