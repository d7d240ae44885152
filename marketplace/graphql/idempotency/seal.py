"""Stored answers can be read only with the key of whoever may ask for them again, which is not stored.

An answer may hold an address, or a secret that is shown once. Whoever copies the table reads neither: it is encrypted
under keys that come from the client's key and the marketplace's secret key. The cipher is HMAC-SHA-256 in counter mode
with another HMAC over the result (encrypt-then-MAC; NIST SP 800-108 and SP 800-38A have the two constructions); each
pair of keys seals one answer only, so no counter is ever used twice.
"""

import base64
import hashlib
import hmac
from itertools import count

from django.conf import settings

_BLOCK = hashlib.sha256().digest_size


class BrokenSeal(Exception):
    """It was sealed under another key, or changed since."""


def seal(text: str, *, scope: str, key: str) -> str:
    """The text as only `unseal` with the same key reads it. ``scope`` is the caller's, see `key.scope_of`."""
    cipher, check = _keys(scope, key, settings.SECRET_KEY)
    sealed = _mixed(text.encode(), cipher)
    return base64.b64encode(hmac.digest(check, sealed, "sha256") + sealed).decode()


def unseal(sealed: str, *, scope: str, key: str) -> str:
    """Raises `BrokenSeal`; also opens what was sealed under the secret key before the present one."""
    raw = base64.b64decode(sealed)
    mark, body = raw[:_BLOCK], raw[_BLOCK:]
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        cipher, check = _keys(scope, key, secret)
        if hmac.compare_digest(mark, hmac.digest(check, body, "sha256")):
            return _mixed(body, cipher).decode()
    raise BrokenSeal


def _keys(scope: str, key: str, secret: str | bytes) -> tuple[bytes, bytes]:
    raw = secret.encode() if isinstance(secret, str) else secret
    root = hmac.digest(raw, f"idempotency\0{scope}\0{key}".encode(), "sha256")
    return hmac.digest(root, b"cipher", "sha256"), hmac.digest(root, b"check", "sha256")


def _mixed(data: bytes, cipher: bytes) -> bytes:
    """XOR with the key stream: done twice it is what it was."""
    mixed = bytearray()
    for number, start in zip(count(), range(0, len(data), _BLOCK), strict=False):
        block = hmac.digest(cipher, number.to_bytes(16, "big"), "sha256")
        mixed += bytes(a ^ b for a, b in zip(data[start : start + _BLOCK], block, strict=False))
    return bytes(mixed)
