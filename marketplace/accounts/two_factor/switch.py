"""Turning the second factor on (start, then confirm with a first code) and off."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.events import TwoFactorChanged
from marketplace.accounts.passwords.change import require_password
from marketplace.accounts.two_factor.check import code_is_right
from marketplace.accounts.two_factor.recovery import replace_recovery_codes
from marketplace.accounts.two_factor.recovery_code import RecoveryCode
from marketplace.accounts.two_factor.secret import new_seed, provisioning_uri, totp_secrets
from marketplace.accounts.user import User
from marketplace.events.publish import publish


class TwoFactorAlreadyOn(Exception):
    """It has to be turned off before a new device can be set up."""


class TwoFactorNotStarted(Exception):
    """There is nothing to confirm or to turn off."""


class WrongCode(Exception):
    """The code is wrong, too old, or was used before."""


@dataclass(frozen=True, slots=True)
class Provisioning:
    uri: str
    secret: str


def start_totp(user: User) -> Provisioning:
    """A new secret, which counts for nothing until `confirm_totp`. Raises `TwoFactorAlreadyOn`."""
    if user.totp_enabled:
        raise TwoFactorAlreadyOn
    user.totp_seed = new_seed()
    user.save(update_fields=["totp_seed"])
    return Provisioning(provisioning_uri(user), totp_secrets(user)[0])


def confirm_totp(user: User, code: str, *, now: datetime | None = None) -> list[str]:
    """Turn it on with a first code of the app and return the recovery codes.

    Raises `TwoFactorAlreadyOn`, `TwoFactorNotStarted`, `WrongCode`.
    """
    if user.totp_enabled:
        raise TwoFactorAlreadyOn
    if not user.totp_seed:
        raise TwoFactorNotStarted
    with transaction.atomic():
        if not code_is_right(user, code, now=now):
            raise WrongCode
        user.totp_confirmed_at = now or timezone.now()
        user.save(update_fields=["totp_confirmed_at"])
        publish(TwoFactorChanged(user_id=user.pk, enabled=True))
        return replace_recovery_codes(user)


def disable_totp(user: User, *, password: str, code: str) -> None:
    """Turn it off; asks for both factors. Raises `TwoFactorNotStarted`, `WrongPassword`, `WrongCode`."""
    if not user.totp_enabled:
        raise TwoFactorNotStarted
    require_password(user, password)
    with transaction.atomic():
        if not code_is_right(user, code):
            raise WrongCode
        user.totp_seed, user.totp_confirmed_at = "", None
        user.save(update_fields=["totp_seed", "totp_confirmed_at"])
        RecoveryCode.objects.filter(user=user).delete()
        publish(TwoFactorChanged(user_id=user.pk, enabled=False))
