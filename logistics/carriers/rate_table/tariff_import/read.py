"""``read_tariffs``: a file's tariffs, and what is wrong with each row, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.table import Table, read_table
from i18n.messages import gettext_noop as _
from logistics.carriers.rate_table.rate_table import Unit
from logistics.carriers.rate_table.tariff_import.columns import COLUMNS, REQUIRED, ROW, TABLE, BadCell, read_cell

MOST_SERVICES = 50
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """``row`` as a spreadsheet program numbers it; ``message`` is an English msgid."""

    row: int
    column: str
    value: str
    message: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadTariff:
    """One service as the file has it."""

    values: Values
    rows: list[Values]


@dataclass(frozen=True, slots=True)
class ReadTariffs:
    tariffs: list[ReadTariff]
    problems: list[RowProblem]


def read_tariffs(content: bytes) -> ReadTariffs:
    """XLSX or CSV with the columns' names in its first row. Raises `FileRefused` for what is no such table."""
    table = read_table(content, known_headers=COLUMNS)
    places = _places(table)
    problems: list[RowProblem] = []
    tariffs: dict[str, ReadTariff] = {}
    for number, cells in table.rows:
        values = _values(number, cells, places, problems)
        if values is not None:
            _add(tariffs, number, values, problems)
    if len(tariffs) > MOST_SERVICES:
        raise FileRefused(_("A file has at most %(limit)s services."), limit=MOST_SERVICES)
    return ReadTariffs(list(tariffs.values()), problems)


def _places(table: Table) -> dict[str, int]:
    places = {header.strip().casefold().replace(" ", "_"): at for at, header in enumerate(table.headers)}
    missing = [name for name in REQUIRED if name not in places]
    if missing:
        raise FileRefused(_("The file needs these columns too: %(names)s."), names=", ".join(missing))
    return {name: places[name] for name in COLUMNS if name in places}


def _values(number: int, cells: Sequence[str], places: Mapping[str, int], problems: list[RowProblem]) -> Values | None:
    """All values of a row, or none when one of them is wrong."""
    found: Values = dict.fromkeys(COLUMNS)
    before = len(problems)
    for name in COLUMNS:
        at = places.get(name, len(cells))
        text = cells[at].strip() if at < len(cells) else ""
        try:
            found[name] = read_cell(name, text)
        except BadCell as wrong:
            problems.append(RowProblem(number, name, text[:100], wrong.message, wrong.params))
    problems += [RowProblem(number, *told) for told in _contradictions(found)] if len(problems) == before else []
    return found if len(problems) == before else None


def _contradictions(values: Values) -> Iterator[tuple[str, str, str]]:
    """Column, value and what is wrong, where the cells do not go together."""
    if values["unit"] == Unit.CONTAINER:
        for name in ("from", "to", "container"):
            if values[name] is None:
                yield name, "", _("A price for a container needs where it goes from and to, and its type.")
    elif values["up_to"] is None:
        yield "up_to", "", _("A price by weight or volume needs the quantity up to which it holds.")
    if values["valid_to"] and values["valid_to"] < values["valid_from"]:
        yield "valid_to", values["valid_to"].isoformat(), _("It has to end after it begins.")
    if (values["min_days"] or 0) > (values["max_days"] if values["max_days"] is not None else 365):
        yield "max_days", str(values["max_days"]), _("The most cannot be less than the least.")


def _add(tariffs: dict[str, ReadTariff], number: int, values: Values, problems: list[RowProblem]) -> None:
    service = values["service"]
    whole = {name: values[name] for name in TABLE}
    known = tariffs.setdefault(service, ReadTariff(_with_defaults(whole), []))
    for name in TABLE:
        if values[name] is not None and _with_defaults(whole)[name] != known.values[name]:
            message = _("The first row of this service says something else.")
            problems.append(RowProblem(number, name, str(values[name]), message))
    row = {name: values[name] for name in ROW}
    if any(_same_place(row, other) for other in known.rows):
        problems.append(RowProblem(number, "zone", row["zone"], _("Another row has the same price to say.")))
    known.rows.append(row)


def _with_defaults(values: Values) -> Values:
    step = values["step"] or Decimal(1)
    return {
        **values,
        "step": step,
        "least": step if values["least"] is None else values["least"],
        "fuel_percent": values["fuel_percent"] or Decimal(0),
    }


def _same_place(one: Values, other: Values) -> bool:
    return all(one[name] == other[name] for name in ("zone", "from", "to", "container", "up_to"))
