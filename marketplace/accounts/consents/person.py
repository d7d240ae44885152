"""Whose consent it is, without the address: a guest's record is found again by who has the address, by nobody else."""

from marketplace.accounts.user import normalise_email
from marketplace.sealed.fingerprint import fingerprint, fingerprints

_PURPOSE = "consents"


def person_key(email: str) -> str:
    """64 hexadecimal digits, the same for every way to write the address."""
    return fingerprint(normalise_email(email), purpose=_PURPOSE)


def person_keys(email: str) -> list[str]:
    """Under every key in ``SEALING_KEYS``: records are never written anew, so an older key stays in the list."""
    return fingerprints(normalise_email(email), purpose=_PURPOSE)
