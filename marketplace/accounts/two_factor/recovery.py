"""Recovery codes: ten, shown once, each good for one sign-in without the authenticator."""

import secrets
from datetime import datetime

from django.utils.crypto import salted_hmac

from marketplace.accounts.two_factor.recovery_code import RecoveryCode
from marketplace.accounts.user import User

COUNT = 10
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without the letters and digits that are taken for each other."""
_LENGTH = 12


def replace_recovery_codes(user: User) -> list[str]:
    """New codes in place of all older ones; the only time they can be read."""
    codes = ["".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)) for _ in range(COUNT)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, code_hash=_hash(user, code)) for code in codes)
    return [f"{code[:4]}-{code[4:8]}-{code[8:]}" for code in codes]


def spend_recovery_code(user: User, code: str, *, now: datetime) -> bool:
    plain = code.replace("-", "").upper()
    unused = RecoveryCode.objects.filter(user=user, code_hash=_hash(user, plain), used_at__isnull=True)
    return len(plain) == _LENGTH and unused.update(used_at=now) == 1


def _hash(user: User, code: str) -> str:
    # 60 random bits: a fast hash bound to the user is enough.
    return salted_hmac("marketplace.accounts.recovery", f"{user.public_id}:{code}", algorithm="sha256").hexdigest()
