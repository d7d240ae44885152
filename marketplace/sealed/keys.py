"""The keys that secrets are sealed with, newest first.

``SEALING_KEYS`` are an installation's own. The secret key stands behind them as it always may have sealed something:
it alone seals where there are no others (never in production, see `marketplace.environment`).
"""

import base64
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def secrets() -> tuple[bytes, ...]:
    """The first one seals, all of them open."""
    named = (*settings.SEALING_KEYS, settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(each.encode() if isinstance(each, str) else each for each in named)


def cipher(purpose: str) -> MultiFernet:
    """One for each purpose: what was sealed for one cannot be passed off as another's."""
    return MultiFernet([_fernet(secret, purpose) for secret in secrets()])


def newest(purpose: str) -> Fernet:
    """With the key that seals, alone."""
    return _fernet(secrets()[0], purpose)


def derived(secret: bytes, purpose: str) -> bytes:
    """32 bytes of a key, of which nothing leads back to the key."""
    return hmac.digest(secret, purpose.encode(), "sha256")


def _fernet(secret: bytes, purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derived(secret, purpose)))
