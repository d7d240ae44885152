"""Keys derived from the secret key, one per purpose; older secret keys still open what they closed."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def signing_key(purpose: str) -> bytes:
    """256 bits for one purpose, from the present secret key."""
    return derive(purpose, settings.SECRET_KEY)


def accepted_keys(purpose: str) -> list[bytes]:
    """The present key first, then those of ``SECRET_KEY_FALLBACKS``."""
    return [derive(purpose, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def derive(purpose: str, secret: str | bytes, value: str = "") -> bytes:
    return salted_hmac(f"marketplace.accounts.{purpose}", value, secret=secret, algorithm="sha256").digest()
