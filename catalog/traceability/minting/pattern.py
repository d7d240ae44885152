"""``Pattern``: how numbers of a series are written, such as ``{YY}{MM}-{n:4}`` -> ``2611-0042``.

The counter stands last and after no digit, so that two numbers are the same only when all their parts are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from catalog.traceability.gs1.characters import SET_82

LONGEST = 60
LONGEST_NUMBER = 20
"""Of GS1's identifiers 10 (lot) and 21 (serial)."""
_PATTERN = re.compile(r"(?P<stem>.*)\{n(?::(?P<width>[1-9]|1[0-2]))?\}", re.DOTALL)
_TOKEN = re.compile(r"\{(YYYY|YY|MM|DD)\}")
_DATES = {"YYYY": "%Y", "YY": "%y", "MM": "%m", "DD": "%d"}
_EXAMPLE = date(2026, 12, 31)


class BadPattern(ValueError):
    """``code``: ``COUNTER`` none, or not at the end; ``DIGIT`` before it; ``CHARACTERS``; ``TOO_LONG``."""

    def __init__(self, code: str, pattern: str) -> None:
        super().__init__(f"{code}: {pattern[:LONGEST]!r}")
        self.code = code
        self.pattern = pattern


@dataclass(frozen=True, slots=True)
class Pattern:
    text: str
    width: int
    _stem: str

    def stem(self, on: date) -> str:
        """What stands before the counter on a day; every stem has a counter of its own, which begins at 1."""
        return _TOKEN.sub(lambda token: f"{on:{_DATES[token[1]]}}", self._stem)

    def number(self, on: date, counter: int) -> str:
        return written(self.stem(on), self.width, counter)


def written(stem: str, width: int, counter: int) -> str:
    """A counter that outgrows its width takes the digits it needs."""
    return f"{stem}{counter:0{width}d}"


def read_pattern(text: str) -> Pattern:
    """Raises `BadPattern`."""
    text = text.strip()
    found = _PATTERN.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise BadPattern("TOO_LONG" if len(text) > LONGEST else "COUNTER", text)
    pattern = Pattern(text, int(found["width"] or 1), found["stem"])
    stem = pattern.stem(_EXAMPLE)
    if not set(stem) <= SET_82:
        raise BadPattern("CHARACTERS", text)
    if stem[-1:].isdigit():
        raise BadPattern("DIGIT", text)
    if len(stem) + max(pattern.width, 4) > LONGEST_NUMBER:
        raise BadPattern("TOO_LONG", text)
    return pattern
