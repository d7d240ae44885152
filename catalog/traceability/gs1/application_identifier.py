"""The table of GS1 application identifiers: what each holds, and with which others it goes.

The facts are those of the GS1 Barcode Syntax Dictionary, kept in ``application_identifiers.csv`` and renewed by
``python -m marketplace import_gs1_dictionary FILE``. Columns: ``fixed`` (no separator follows in an element string),
``attribute`` (may stand in the query of a Digital Link), ``parts`` (``N13,csum [X..17]``), ``requires`` (alternatives
by comma, each ``+``-joined; several groups by space), ``excludes``, ``key`` (``-`` for a Digital Link key without
qualifiers, else its qualifiers in order, alternatives by ``|``).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "application_identifiers.csv"
COLUMNS = ("ai", "fixed", "attribute", "parts", "requires", "excludes", "key", "title")
_PART = re.compile(r"(?P<optional>\[)?(?P<set>[NXYZ])(?P<upto>\.\.)?(?P<length>\d+)\]?(?P<checks>(?:,\w+)*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a value: characters of one set, so many, with checks by name."""

    character_set: str
    """``N`` digits, ``X`` set 82, ``Y`` set 39, ``Z`` base64url."""
    least: int
    most: int
    is_optional: bool
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicationIdentifier:
    code: str
    title: str
    is_fixed: bool
    """Its length is given by its first two digits: no separator follows."""
    in_query: bool
    """May be a data attribute of a Digital Link."""
    parts: tuple[Part, ...]
    requires: tuple[tuple[tuple[str, ...], ...], ...]
    """Every group has to be met; a group by any of its alternatives; an alternative by all of its patterns."""
    excludes: tuple[str, ...]
    """Patterns: ``310n`` stands for 3100 to 3109."""
    qualifiers: tuple[tuple[str, ...], ...] | None
    """For a Digital Link key: the sequences its qualifiers may come in; ``None`` for what is no key."""

    @property
    def least(self) -> int:
        return sum(part.least for part in self.parts if not part.is_optional)

    @property
    def most(self) -> int:
        return sum(part.most for part in self.parts)


@cache
def application_identifiers() -> dict[str, ApplicationIdentifier]:
    """Every identifier by its digits."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {code: _identifier(code, row) for row in csv.DictReader(file) for code in _codes(row["ai"])}


def fits(pattern: str, code: str) -> bool:
    """``310n`` fits 3103; ``01`` fits 01 alone."""
    return len(pattern) == len(code) and all(sign in ("n", digit) for sign, digit in zip(pattern, code, strict=True))


def _codes(written: str) -> list[str]:
    first, _, last = written.partition("-")
    width = len(first)
    return [f"{number:0{width}d}" for number in range(int(first), int(last or first) + 1)]


def _identifier(code: str, row: dict[str, str]) -> ApplicationIdentifier:
    return ApplicationIdentifier(
        code=code,
        title=row["title"],
        is_fixed=bool(row["fixed"]),
        in_query=bool(row["attribute"]),
        parts=tuple(_part(word) for word in row["parts"].split()),
        requires=tuple(
            tuple(tuple(alternative.split("+")) for alternative in group.split(","))
            for group in row["requires"].split()
        ),
        excludes=tuple(pattern for group in row["excludes"].split() for pattern in group.split(",")),
        qualifiers=_qualifiers(row["key"]),
    )


def _part(word: str) -> Part:
    found = _PART.fullmatch(word)
    if found is None:
        raise ValueError(f"{word!r} is no component of an application identifier")
    length = int(found["length"])
    return Part(
        character_set=found["set"],
        least=1 if found["upto"] else length,
        most=length,
        is_optional=bool(found["optional"]),
        checks=tuple(filter(None, found["checks"].split(","))),
    )


def _qualifiers(written: str) -> tuple[tuple[str, ...], ...] | None:
    if not written:
        return None
    return ((),) if written == "-" else tuple(tuple(one.split(",")) for one in written.split("|"))
