"""Who writes: our key pair, and the header that proves it to a push service (VAPID, RFC 8292)."""

from datetime import datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

from marketplace.push.base64url import decoded, encoded

GOOD_FOR = timedelta(hours=12)
"""At most a day (RFC 8292 §2)."""


def is_offered() -> bool:
    """Whether this installation has a key; without one there are no pushed notices."""
    return bool(settings.VAPID_PRIVATE_KEY)


def public_key() -> str:
    """The key that browsers are given, base64url of the uncompressed point; ``""`` without one."""
    return encoded(_public(settings.VAPID_PRIVATE_KEY)) if is_offered() else ""


def authorization(endpoint: str, *, now: datetime) -> str:
    """The ``Authorization`` header for one push service, of no use at any other."""
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": now + GOOD_FOR, "sub": _contact()}
    token = jwt.encode(claims, _private(settings.VAPID_PRIVATE_KEY), algorithm="ES256")
    return f"vapid t={token}, k={public_key()}"


def _contact() -> str:
    """Where a push service writes to when something goes wrong (RFC 8292 §2.1)."""
    url = str(settings.PUBLIC_URL)
    return url if url.startswith("https://") else "mailto:" + settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip("> ")


@cache
def _private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(decoded(text)), ec.SECP256R1())


@cache
def _public(text: str) -> bytes:
    return _private(text).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
