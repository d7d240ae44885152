"""Find equal secrets without opening them: a keyed hash, which nobody can try account numbers on without the key."""

import hmac

from marketplace.sealed.keys import derived, secrets


def fingerprint(text: str, *, purpose: str) -> str:
    """64 hexadecimal digits: equal texts of one purpose have the same, as long as the key stays."""
    return _under(secrets()[0], text, purpose)


def fingerprints(text: str, *, purpose: str) -> list[str]:
    """Under every known key, to find also what was not resealed yet."""
    return [_under(secret, text, purpose) for secret in secrets()]


def _under(secret: bytes, text: str, purpose: str) -> str:
    return hmac.digest(derived(secret, f"fingerprint\0{purpose}"), text.encode(), "sha256").hex()
