"""Signatures as they are written: hexadecimal, in lower case only, so that there is one way to write each."""

from __future__ import annotations

from catalog.traceability.proof.ed25519 import is_signed


def signed(message: bytes, signature: str, public: str) -> bool:
    """Raises ``ValueError`` for what is not hexadecimal at all."""
    if signature != signature.lower() or public != public.lower():
        return False
    return is_signed(message, signature=bytes.fromhex(signature), public=bytes.fromhex(public))
