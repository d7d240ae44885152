"""A row of the sheet, as it is kept between looking and writing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from catalog.products.bulk_import.numbers import NotANumber, read_number, read_whole
from catalog.products.bulk_import.table import Numbered
from catalog.traceability.lot_import.columns import MEASURE, meaning_of, plain, stage_of
from catalog.traceability.lot_import.words import HEADERS, UNITS
from i18n.today import HERE

Row = dict[str, Any]
_LONGEST = {"lot": 40, "sku": 64, "lot_place": 200, "place": 200, "title": 200, "detail": 2000, "partner": 200}
_OTHERS = 400
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[:hg](\d{2})?(?::\d{2})?")
NOON = time(12)


def columns_of(headers: Sequence[str]) -> list[str | None]:
    """What each column means; the first of two that mean the same counts."""
    found: list[str | None] = []
    for header in headers:
        name = meaning_of(header)
        found.append(name if name not in found else None)
    return found


def read_row(numbered: Numbered, columns: Sequence[str | None]) -> Row:
    """The cells as text, and what could be read of them. What could not be is ``None``, and its text stays."""
    number, cells = numbered
    said = {name: cell.strip() for name, cell in zip(columns, cells, strict=True) if name and cell.strip()}
    texts = {name: said.get(name, "") for name in HEADERS}
    row: Row = {"number": number, **{name: text[: _LONGEST.get(name, _OTHERS)] for name, text in texts.items()}}
    row["too_long"] = next((name for name, text in texts.items() if len(text) > _LONGEST.get(name, _OTHERS)), None)
    stage = stage_of(texts["stage"])
    row["kind"], row["template_stage"] = (str(stage[0].value), stage[1]) if stage else (None, "")
    row["pieces"], row["code_count"] = _whole(texts["quantity"]), _whole(texts["codes"])
    row["made"], row["expires"] = (_iso(read_day(texts[name])) for name in ("produced_on", "expires_on"))
    row["occurred_at"] = _iso(_moment(texts["date"], texts["time"]))
    row["amount"], row["uom"] = _amount(texts["input_quantity"]), UNITS.get(plain(texts["input_unit"]))
    row["measures"] = {
        name.removeprefix(MEASURE): text[:200] for name, text in said.items() if name.startswith(MEASURE)
    }
    row["entry_key"] = _entry_key(row)
    return row


def read_day(text: str) -> date | None:
    """``2026-10-05``, ``05/10/2026`` (day first), or a moment of which the day counts."""
    day_first = _DAY_FIRST.match(text)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _moment(day_text: str, clock_text: str) -> datetime | None:
    day = read_day(day_text)
    clock = _clock(clock_text or _after_day(day_text))
    return datetime.combine(day, clock, tzinfo=HERE) if day is not None and clock is not None else None


def _after_day(text: str) -> str:
    """The clock of a cell that says day and time; midnight is how programs write a day alone."""
    rest = text.replace("T", " ").partition(" ")[2].strip()
    return "" if rest.startswith("00:00") else rest


def _clock(text: str) -> time | None:
    if not text:
        return NOON
    found = _CLOCK.match(text.replace("T", " ").rpartition(" ")[2])
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else None
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    try:
        count = read_whole(text) if text else None
    except NotANumber:
        return None
    return count if count is not None and 0 <= count <= 1_000_000_000 else None


def _amount(text: str) -> str | None:
    try:
        return f"{read_number(text):f}" if text else None
    except NotANumber:
        return None


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _entry_key(row: Mapping[str, Any]) -> str:
    """The same step in the same file, or in another one, is the same entry."""
    said = "\x1f".join(str(row[name]) for name in ("lot", "kind", "template_stage", "occurred_at", "title", "input"))
    return "sheet-" + hashlib.sha256(said.encode()).hexdigest()[:48]
