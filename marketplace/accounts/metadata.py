"""Texts by key that a client keeps with a record; the marketplace means nothing by them.

Bounded, because whoever may write them is anybody: so many keys, each and its text so long.
"""

from collections.abc import Iterable, Mapping

MOST_KEYS = 50
LONGEST_KEY = 100
LONGEST_TEXT = 2000


class TooMuchMetadata(Exception):
    """More keys than a record keeps, or a key or text that is empty or too long."""


def merged(stored: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """What is there with what is given put over it. Raises `TooMuchMetadata`."""
    whole = {**stored, **given}
    bad = any(not key.strip() or len(key) > LONGEST_KEY or len(text) > LONGEST_TEXT for key, text in given.items())
    if bad or len(whole) > MOST_KEYS:
        raise TooMuchMetadata
    return whole


def without(stored: Mapping[str, str], keys: Iterable[str]) -> dict[str, str]:
    """What is left when the keys are taken out; one that is not there changes nothing."""
    gone = set(keys)
    return {key: text for key, text in stored.items() if key not in gone}
