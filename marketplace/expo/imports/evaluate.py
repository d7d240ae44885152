"""What a list of exhibitors would do, row by row, without doing any of it.

1. Texts become an exhibitor's fields; whatever is wrong is told with row, column, code and words.
2. A row is known again by its tax code, else by its firm's name without company form (`firm_key`).
3. The same firm twice in one list: the later row is refused.
4. CREATE, UPDATE or UNCHANGED. An empty cell never erases what the directory has.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from babel import Locale

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from i18n.text import fold
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitors import clean_entry, entry_problems
from marketplace.expo.feed import Record
from marketplace.expo.firm_name import firm_key
from marketplace.expo.hall import Booth


class RowAction(StrEnum):
    CREATE = "CREATE"
    UPDATE = "UPDATE"
    UNCHANGED = "UNCHANGED"


@dataclass(slots=True)
class Row:
    """A row with its verdict; refused when it has problems."""

    record: Record
    entry: dict[str, Any]
    booths: list[Booth] = field(default_factory=list)
    existing: Exhibitor | None = None
    action: RowAction | None = None
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, problem: Problem) -> None:
        self.problems.append(problem)


@dataclass(frozen=True, slots=True)
class Directory:
    """What the exhibition has already, by the keys rows are known again by."""

    by_tax_code: Mapping[str, Exhibitor]
    by_name: Mapping[str, list[Exhibitor]]
    booths: Mapping[str, list[Booth]]


def evaluate(expo: Expo, records: Sequence[Record]) -> list[Row]:
    """The verdict on every record, in their order; reads the directory in two queries."""
    directory = _directory(expo)
    rows = [_row(record, directory) for record in records]
    _refuse_repeated(rows)
    for row in rows:
        if not row.problems:
            row.action = _action(row)
    return rows


def _directory(expo: Expo) -> Directory:
    exhibitors = list(Exhibitor.objects.filter(expo=expo).order_by("pk"))
    booths: dict[str, list[Booth]] = {}
    for booth in Booth.objects.filter(hall__expo=expo).select_related("hall").order_by("pk"):
        booths.setdefault(fold(booth.code), []).append(booth)
    by_name: dict[str, list[Exhibitor]] = {}
    for each in exhibitors:
        by_name.setdefault(each.name_key, []).append(each)
    return Directory({each.tax_code: each for each in exhibitors if each.tax_code}, by_name, booths)


def _row(record: Record, directory: Directory) -> Row:
    entry = _entry(record.values)
    row = Row(record, entry, problems=entry_problems({"name": "", **entry}))
    known = _known(entry, directory)
    row.existing = known[0] if known else None
    if len(known) > 1:
        message = _("The directory has several firms of this name: give the tax code.")
        row.refuse(Problem("tax_code", "AMBIGUOUS", message))
    _find_booths(row, directory)
    return row


def _entry(values: Mapping[str, str]) -> dict[str, Any]:
    """The fields that the row fills, as an exhibitor has them."""
    given: dict[str, Any] = {name: text for name, text in values.items() if text and name != "booth"}
    if "categories" in given:
        given["categories"] = _parts(given["categories"])
    if "country" in given:
        given["country"] = country_code(given["country"]) or given["country"]
    if "website_url" in given and "://" not in given["website_url"]:
        given["website_url"] = f"https://{given['website_url']}"
    return clean_entry(given)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(name): code
        for language in ("en", "vi")
        for code, name in Locale.parse(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }


def country_code(text: str) -> str | None:
    """The code of a country written as its code or its Vietnamese or English name: ``Hà Lan`` -> ``NL``."""
    folded = fold(text).strip()
    return folded.upper() if len(folded) == 2 else _country_names().get(folded)


def _known(entry: Mapping[str, Any], directory: Directory) -> list[Exhibitor]:
    """Who in the directory it may be. Two firms of one name are told apart by their tax codes."""
    tax_code = entry.get("tax_code", "")
    if tax_code in directory.by_tax_code:
        return [directory.by_tax_code[tax_code]]
    same_name = directory.by_name.get(_name_key(entry), [])
    return [each for each in same_name if not (tax_code and each.tax_code)]


def _name_key(entry: Mapping[str, Any]) -> str:
    return firm_key(entry.get("name", ""))[:250]


def _find_booths(row: Row, directory: Directory) -> None:
    for code in _parts(row.record.values.get("booth", "")):
        found = directory.booths.get(fold(code), [])
        if len(found) != 1:
            message = _("There is no booth %(code)s.") if not found else _("Several halls have a booth %(code)s.")
            row.refuse(Problem("booth", "UNKNOWN_BOOTH", message, {"code": code[:40]}))
        elif found[0].exhibitor_id not in (None, row.existing.pk if row.existing else None):
            row.refuse(Problem("booth", "BOOTH_TAKEN", _("Booth %(code)s is taken."), {"code": found[0].code}))
        else:
            row.booths.append(found[0])


def _refuse_repeated(rows: Iterable[Row]) -> None:
    firms: dict[str, list[tuple[str, int]]] = {}
    booths: dict[int, int] = {}
    for row in rows:
        tax_code, number = row.entry.get("tax_code", ""), row.record.number
        for key in filter(None, (tax_code and f"tax code {tax_code}", _name_key(row.entry))):
            seen = firms.setdefault(key, [])
            same = [where for other, where in seen if not (other and tax_code and other != tax_code)]
            if same and not any(problem.code == "DUPLICATE" for problem in row.problems):
                message = _("The same firm stands in row %(row)s already.")
                row.refuse(Problem("name", "DUPLICATE", message, {"row": same[0]}))
            seen.append((tax_code, number))
        for booth in row.booths:
            if booths.setdefault(booth.pk, row.record.number) != row.record.number:
                row.refuse(Problem("booth", "BOOTH_TAKEN", _("Booth %(code)s is taken."), {"code": booth.code}))


def _action(row: Row) -> RowAction:
    if row.existing is None:
        return RowAction.CREATE
    same = all(getattr(row.existing, name) == value for name, value in row.entry.items())
    placed = all(booth.exhibitor_id == row.existing.pk for booth in row.booths)
    return RowAction.UNCHANGED if same and placed else RowAction.UPDATE
