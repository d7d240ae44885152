"""Whether a code proves the second factor: a time-based one (RFC 6238), or a recovery code. Each works once."""

import hmac
from datetime import datetime

import pyotp
from django.utils import timezone

from marketplace.accounts.two_factor.recovery import spend_recovery_code
from marketplace.accounts.two_factor.secret import totp_secrets
from marketplace.accounts.user import User

STEP_SECONDS = 30
_CLOCK_SKEW = (0, -1, 1)
"""Steps before and after the present one that are accepted too."""


def code_is_right(user: User, code: str, *, now: datetime | None = None) -> bool:
    """Accept ``code`` and spend it, or refuse it. Of two requests with one code, one is refused."""
    typed = "".join(code.split())
    if typed.isascii() and typed.isdigit() and len(typed) == 6:
        return _spend_time_code(user, typed, now or timezone.now())
    return spend_recovery_code(user, typed, now=now or timezone.now())


def _spend_time_code(user: User, code: str, now: datetime) -> bool:
    step = _step_of(user, code, now)
    if step is None:
        return False
    spent = User.objects.filter(pk=user.pk, totp_last_step__lt=step).update(totp_last_step=step)
    return spent == 1


def _step_of(user: User, code: str, now: datetime) -> int | None:
    present = int(now.timestamp()) // STEP_SECONDS
    for secret in totp_secrets(user):
        generator = pyotp.TOTP(secret)
        for skew in _CLOCK_SKEW:
            if hmac.compare_digest(generator.generate_otp(present + skew), code):
                return present + skew
    return None
