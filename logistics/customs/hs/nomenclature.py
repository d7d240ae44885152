"""The shipped list of codes in seven languages (``data/hs.csv``), and the operator's names beside it."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from i18n.languages import LAST_RESORT
from i18n.text import fold
from logistics.customs.hs.names import HsName

DATA = Path(__file__).parent.parent / "data" / "hs.csv"
LEVELS = (2, 4, 6)
SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Named:
    """A code in one language."""

    code: str
    language: str
    name: str
    folded: str
    edition: str = SHIPPED


@cache
def shipped() -> Mapping[tuple[str, str], Named]:
    """By code and language."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {
        (row["code"], language): Named(row["code"], language, name, fold(name))
        for row in rows
        for language, name in row.items()
        if language != "code"
    }


def names_of(codes: Collection[str], language: str) -> dict[str, Named]:
    """What codes are called, in the language, else in English or Vietnamese; one statement at most."""
    languages = dict.fromkeys((language, *LAST_RESORT))
    found: dict[str, Named] = {}
    wanted = set(codes)
    for each in languages:
        found |= {code: shipped()[code, each] for code in wanted - found.keys() if (code, each) in shipped()}
    if missing := wanted - found.keys():
        rows = HsName.objects.filter(code__in=missing, language__in=list(languages))
        order = list(languages)
        for row in sorted(rows, key=lambda row: order.index(row.language), reverse=True):
            found[row.code] = Named(row.code, row.language, row.name, row.folded, row.edition)
    return found


def ancestors(code: str) -> list[str]:
    """The chapter, heading and subheading that a code lies in, itself included: ``94036010`` -> 94, 9403, 940360."""
    return [code[:length] for length in LEVELS if len(code) >= length]
