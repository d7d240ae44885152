"""Stored answers can be read only with the key of whoever may ask for them again, which is not stored.

An answer may hold an address, or a secret that is shown once. Whoever copies the table reads neither: it is sealed for
a purpose that the client's own key is part of.
"""

from marketplace.sealed import seal as sealing
from marketplace.sealed.seal import BrokenSeal

__all__ = ["BrokenSeal", "seal", "unseal"]


def seal(text: str, *, scope: str, key: str) -> str:
    """The text as only `unseal` with the same key reads it. ``scope`` is the caller's, see `key.scope_of`."""
    return sealing.seal(text, purpose=_purpose(scope, key))


def unseal(answer: str, *, scope: str, key: str) -> str:
    """Raises `BrokenSeal`; also opens what was sealed under the keys before the present one."""
    return sealing.unseal(answer, purpose=_purpose(scope, key))


def _purpose(scope: str, key: str) -> str:
    return f"idempotency\0{scope}\0{key}"
