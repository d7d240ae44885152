"""Stored answers can be read only with the key of whoever may ask for them again, which is not stored.

An answer may hold an address, or a secret that is shown once. Whoever copies the table reads neither: it is encrypted
under a key that comes from the client's key and the marketplace's secret key.
"""

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class BrokenSeal(Exception):
    """It was sealed under another key, or changed since."""


def seal(text: str, *, scope: str, key: str) -> str:
    """The text as only `unseal` with the same key reads it. ``scope`` is the caller's, see `key.scope_of`."""
    return _cipher(scope, key, settings.SECRET_KEY).encrypt(text.encode()).decode()


def unseal(sealed: str, *, scope: str, key: str) -> str:
    """Raises `BrokenSeal`; also opens what was sealed under the secret key before the present one."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return _cipher(scope, key, secret).decrypt(sealed).decode()
        except InvalidToken:
            continue
    raise BrokenSeal


def _cipher(scope: str, key: str, secret: str | bytes) -> Fernet:
    raw = secret.encode() if isinstance(secret, str) else secret
    return Fernet(base64.urlsafe_b64encode(hmac.digest(raw, f"idempotency\0{scope}\0{key}".encode(), "sha256")))
