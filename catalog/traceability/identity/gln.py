"""``check_gln``: numbers of places and parties (GLN) as they are typed."""

from __future__ import annotations

from catalog.traceability.gs1.value import value_problems

LOCATION = "414"


class BadGln(ValueError):
    """Not 13 digits of which the last checks the others."""

    def __init__(self, value: str) -> None:
        super().__init__(f"{value!r} is no GLN")
        self.value = value


def check_gln(value: str) -> str:
    """The 13 digits of a GLN, typed with or without spaces, hyphens or ``(414)``; raises `BadGln`."""
    digits = "".join(value.split()).replace("-", "")
    for written in ("(414)", "(417)"):
        digits = digits.removeprefix(written)
    if value_problems(LOCATION, digits):
        raise BadGln(value)
    return digits
