"""``seal`` and ``unseal``: text that only this installation reads.

Sealed with the newest key, opened with any that is known: a key is replaced by putting a new one before it, running
``python -m marketplace reseal``, and taking the old one away.
"""

from cryptography.fernet import InvalidToken

from marketplace.sealed.keys import cipher, newest

ANY = "sealed"


class BrokenSeal(Exception):
    """It was sealed under a key that is not known here, for another purpose, or changed since."""


def seal(text: str, *, purpose: str = ANY) -> str:
    """Another result each time, also for the same text."""
    return cipher(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str = ANY) -> str:
    """Raises `BrokenSeal`."""
    try:
        return cipher(purpose).decrypt(sealed).decode()
    except InvalidToken:
        raise BrokenSeal from None


def is_newest(sealed: str, *, purpose: str = ANY) -> bool:
    """Whether the newest key opens it: nothing is to be done for it when the older ones go."""
    try:
        newest(purpose).decrypt(sealed)
    except InvalidToken:
        return False
    return True
