"""How a call proves where it comes from and when it was made.

``Marketplace-Signature: t=1767225600,v1=<hex>``: HMAC-SHA256 (RFC 2104) of ``<t>.<body>`` under the webhook's secret.
While two secrets are good there are two ``v1``. A receiver takes the call if one of them is its own and ``t`` is near.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

HEADER = "Marketplace-Signature"
TOLERANCE_SECONDS = 300


def signature(body: bytes, secrets: Iterable[str], *, at: datetime) -> str:
    """The header's value."""
    moment = int(at.timestamp())
    return ",".join([f"t={moment}", *(f"v1={_digest(body, secret, moment)}" for secret in secrets)])


def is_signed(body: bytes, header: str, secret: str, *, now: datetime) -> bool:
    """What a receiver has to do: the signature is right, and not older or newer than five minutes."""
    parts = [part.partition("=") for part in header.split(",")]
    moments = [value for name, _, value in parts if name == "t" and value.isdigit() and len(value) < 12]
    if len(moments) != 1 or abs(int(moments[0]) - now.timestamp()) > TOLERANCE_SECONDS:
        return False
    wanted = _digest(body, secret, int(moments[0]))
    return any(hmac.compare_digest(wanted, value) for name, _, value in parts if name == "v1")


def _digest(body: bytes, secret: str, moment: int) -> str:
    return hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
