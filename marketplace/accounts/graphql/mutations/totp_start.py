"""``totpStart``."""

from typing import Any

from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.two_factor.switch import start_totp
from marketplace.graphql import SIGNED_IN, Field, Mutation, String


class TotpStart(Mutation):
    """Begin to set up an authenticator app; nothing is asked for at sign-in before `totpConfirm`."""

    class Meta:
        access = SIGNED_IN
        error_type = errors.AccountError
        error_codes = errors.TOTP_CODES
        known_errors = errors.TOTP

    uri = Field(String, description="For a QR code that the app reads.")
    secret = Field(String, description="For typing into the app, in base 32.")

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        provisioning = start_totp(signed_in_user(info))
        return {"uri": provisioning.uri, "secret": provisioning.secret}
