"""``totpStart``, ``totpConfirm``, ``totpDisable``: the second factor on and off."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql import errors
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.accounts.sign_in.attempts import PER_ACCOUNT, count_attempt
from marketplace.accounts.two_factor.switch import (
    TwoFactorAlreadyOn,
    TwoFactorNotStarted,
    WrongCode,
    confirm_totp,
    disable_totp,
    start_totp,
)
from marketplace.graphql import SIGNED_IN, Field, InputError, List, Mutation, NonNull, String

_ON = _("Two-step sign-in is on already.")
_OFF = _("Two-step sign-in has not been set up.")
_WRONG = _("This code is wrong, or was used already.")
_KNOWN: errors.Known = {
    TwoFactorAlreadyOn: lambda refusal: InputError(_ON, code="TOTP_ALREADY_ON"),
    TwoFactorNotStarted: lambda refusal: InputError(_OFF, code="TOTP_NOT_STARTED"),
    WrongCode: lambda refusal: InputError(_WRONG, field="code", code="TOTP_INVALID"),
    **errors.PROOF,
}
_CODES = ("TOTP_ALREADY_ON", "TOTP_NOT_STARTED", "TOTP_INVALID", *errors.PROOF_CODES)


class TotpStart(Mutation):
    """Begin to set up an authenticator app; nothing is asked for at sign-in before `totpConfirm`."""

    class Meta:
        access = SIGNED_IN
        error_codes = _CODES
        known_errors = _KNOWN

    uri = Field(String, description="For a QR code that the app reads.")
    secret = Field(String, description="For typing into the app, in base 32.")

    @classmethod
    def perform(cls, info: Any) -> dict[str, Any]:
        provisioning = start_totp(signed_in_user(info))
        return {"uri": provisioning.uri, "secret": provisioning.secret}


class TotpConfirm(Mutation):
    """Turn two-step sign-in on with a first code of the app. The recovery codes are shown this once."""

    class Arguments:
        code = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = _CODES
        error_extra = errors.SECONDS
        known_errors = _KNOWN

    recovery_codes = Field(List(NonNull(String)))

    @classmethod
    def perform(cls, info: Any, *, code: str) -> dict[str, Any]:
        user = signed_in_user(info)
        count_attempt(PER_ACCOUNT, user.email)
        return {"recovery_codes": confirm_totp(user, code)}


class TotpDisable(Mutation):
    """Turn two-step sign-in off; needs the password and a code."""

    class Arguments:
        password = String(required=True)
        code = String(required=True, description="Of the app, or a recovery code.")

    class Meta:
        access = SIGNED_IN
        error_codes = _CODES
        error_extra = errors.SECONDS
        known_errors = _KNOWN

    @classmethod
    def perform(cls, info: Any, *, password: str, code: str) -> dict[str, Any]:
        disable_totp(signed_in_user(info), password=password, code=code)
        return {}
