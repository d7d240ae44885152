"""Codes of labels as people give them: typed, pasted or scanned, in lines or separated by anything but letters."""

import re

_SEPARATORS = re.compile(r"[\s,;]+")
_ADDRESS = re.compile(r".*/(?:t|21)/|\?.*")


def read_codes(text: str) -> list[str]:
    """The codes in a text; a scanner gives the whole address of the public page, of which only the code is kept."""
    return [_ADDRESS.sub("", word) for word in _SEPARATORS.split(text.strip()) if word][:2000]
