"""Read GS1's syntax dictionary into the table this package works from."""

from __future__ import annotations

import csv
import io
import re

from catalog.traceability.gs1.application_identifier import COLUMNS, TABLE

_ENTRY = re.compile(
    r"(?P<ai>\d{2,4}(?:-\d{2,4})?)\s+(?P<flags>[^\sNXYZ\[]*)\s*(?P<rest>[NXYZ\[][^#]*)(?:#\s*(?P<title>.*))?"
)
_ATTRIBUTE = re.compile(r"^(req|ex|dlpkey)(?:=(.*))?$")


class BadDictionary(ValueError):
    """A line that is no entry."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(f"line {number} is no entry: {line[:80]}")
        self.number = number


def read_dictionary(text: str) -> list[dict[str, str]]:
    """One row for each entry, in the order of the file; raises ``BadDictionary``."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            rows.append(_row(number, line))
    if not rows:
        raise BadDictionary(0, "the file has no entry")
    return rows


def write_table(rows: list[dict[str, str]]) -> None:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    TABLE.write_text(out.getvalue(), encoding="utf-8")


def _row(number: int, line: str) -> dict[str, str]:
    found = _ENTRY.fullmatch(line.strip())
    if found is None:
        raise BadDictionary(number, line)
    parts, requires, excludes, key = [], [], [], ""
    for word in found["rest"].split():
        attribute = _ATTRIBUTE.match(word)
        if attribute is None:
            parts.append(word)
        elif attribute[1] == "req":
            requires.append(attribute[2])
        elif attribute[1] == "ex":
            excludes.append(attribute[2])
        else:
            key = attribute[2] or "-"
    return {
        "ai": found["ai"],
        "fixed": "yes" if "*" in found["flags"] else "",
        "attribute": "yes" if "?" in found["flags"] else "",
        "parts": " ".join(parts),
        "requires": " ".join(requires),
        "excludes": " ".join(excludes),
        "key": key,
        "title": (found["title"] or "").strip(),
    }
