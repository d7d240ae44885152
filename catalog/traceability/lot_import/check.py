"""``check_rows``: what is wrong with each row, and what writing it would do; a handful of statements for all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.products.variant import ProductVariant
from catalog.traceability.code import normalise
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.lot_import.problems import said
from catalog.traceability.lot_import.rows import Row
from catalog.traceability.mint_codes import MOST_AT_ONCE
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import CLOCK_DIFFERENCE, EARLIEST
from i18n.messages import gettext_noop as _
from i18n.text import fold
from marketplace.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Known:
    """What the seller has already, by what the sheet calls it."""

    variants: dict[str, int]
    lots: dict[str, Lot]
    kinds: dict[str, set[str]]
    """Of the standing steps of each lot, by its number."""
    entries: set[tuple[str, str]]
    """Lot number and entry key of steps that are there."""
    parties: dict[str, Any]
    materials: set[str]
    codes: set[str]


def check_rows(seller: Seller, rows: list[Row]) -> Known:
    """Sets ``action`` (LOT, STEP, KNOWN) and ``problem`` of every row. Returns what it looked up."""
    known = look_up(seller, rows)
    by_lot: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_lot[row["lot"]].append(row)
    for number, some in by_lot.items():
        kinds = known.kinds.get(number, set()) | {row["kind"] for row in some if row["kind"]}
        for place, row in enumerate(some):
            begins = place == 0 and number not in known.lots
            is_known = (number, row["entry_key"]) in known.entries
            row["action"] = "LOT" if begins else "KNOWN" if is_known else "STEP"
            row["problem"] = _problem(row, known, begins=begins, stages=len(kinds))
    _twice(rows)
    _after_a_wrong_beginning(by_lot)
    return known


def look_up(seller: Seller, rows: list[Row]) -> Known:
    numbers, inputs = {row["lot"] for row in rows}, {row["input"] for row in rows if row["input"]}
    lots = Lot.objects.filter(seller=seller, number__in=numbers | inputs).select_related("variant", "seller")
    steps = list(TraceStep.objects.standing().filter(lot__in=lots).values_list("lot__number", "kind", "entry_key"))
    kinds: dict[str, set[str]] = defaultdict(set)
    for number, kind, _key in steps:
        kinds[number].add(kind)
    variants = ProductVariant.objects.current().filter(seller=seller, sku__in={row["sku"] for row in rows})
    codes = {code for code in map(normalise, inputs) if code}
    return Known(
        variants=dict(variants.values_list("sku", "pk")),
        lots={lot.number: lot for lot in lots},
        kinds=dict(kinds),
        entries={(number, key) for number, _kind, key in steps if key},
        parties={fold(one.name): one for one in TraceParty.objects.filter(seller=seller, archived_at=None)},
        materials=set(MaterialBatch.objects.filter(seller=seller, number__in=inputs).values_list("number", flat=True)),
        codes=set(TraceCode.objects.filter(pk__in=codes).values_list("pk", flat=True)),
    )


def _problem(row: Row, known: Known, *, begins: bool, stages: int) -> dict[str, Any] | None:
    if row["too_long"]:
        return said(row["too_long"], "INVALID", _("This text is too long."))
    if not row["lot"]:
        return said("lot", "REQUIRED", _("The lot number is missing."))
    return (_lot_problem(row, known) if begins else None) or _step_problem(row, known, stages)


def _lot_problem(row: Row, known: Known) -> dict[str, Any] | None:
    if not row["sku"]:
        return said("sku", "REQUIRED", _("The SKU is missing."))
    if row["sku"] not in known.variants:
        return said("sku", "NOT_FOUND", _("You have no variant with the SKU %(sku)s."), sku=row["sku"])
    if not row["pieces"]:
        text = row["quantity"]
        return said("quantity", "INVALID", _("“%(said)s” is not a number of pieces."), said=text)
    for name, read in (("produced_on", "made"), ("expires_on", "expires")):
        if row[name] and not row[read]:
            return said(name, "INVALID", _("“%(said)s” is not a day."), said=row[name])
    if row["expires"] and row["expires"] < (row["made"] or row["occurred_at"] or ""):
        return said("expires_on", "INVALID", _("Goods do not expire before they are made."))
    return None


def _step_problem(row: Row, known: Known, stages: int) -> dict[str, Any] | None:
    if row["kind"] is None:
        return said("stage", "INVALID", _("“%(said)s” is no stage that is known here."), said=row["stage"])
    if row["occurred_at"] is None:
        return said("date", "INVALID", _("“%(said)s” is not a day."), said=f"{row['date']} {row['time']}".strip())
    if not EARLIEST < datetime.fromisoformat(row["occurred_at"]) <= timezone.now() + CLOCK_DIFFERENCE:
        return said("date", "INVALID", _("This time has not come yet, or is too long ago."))
    if row["codes"] and (row["code_count"] is None or row["code_count"] > MOST_AT_ONCE):
        return said("codes", "INVALID", _("From 1 to %(most)s codes can be made at once."), most=MOST_AT_ONCE)
    if row["code_count"] and stages < 2:
        return said("codes", "TOO_FEW_STAGES", _("A lot needs two different stages before it has codes."))
    return _input_problem(row, known)


def _input_problem(row: Row, known: Known) -> dict[str, Any] | None:
    if not row["input"]:
        return None
    text = row["input"]
    is_found = text in known.materials or (text in known.lots and text != row["lot"]) or normalise(text) in known.codes
    if not is_found and not text.startswith(("https://", "http://", "urn:")):
        return said("input", "NOT_FOUND", _("You have no lot or material “%(said)s”, and it is no code."), said=text)
    if row["input_quantity"] and (row["amount"] is None or Decimal(row["amount"]) <= 0):
        return said("input_quantity", "INVALID", _("“%(said)s” is not an amount."), said=row["input_quantity"])
    if row["uom"] is None:
        return said("input_unit", "INVALID", _("“%(said)s” is not a unit that is known here."), said=row["input_unit"])
    return None


def _twice(rows: list[Row]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = row["lot"], row["entry_key"]
        if key in seen and row["problem"] is None:
            row["problem"] = said("stage", "UNIQUE", _("This step stands in the file twice."))
        seen.add(key)


def _after_a_wrong_beginning(by_lot: dict[str, list[Row]]) -> None:
    """Steps of a lot that cannot be made cannot be recorded."""
    for some in by_lot.values():
        if some[0]["action"] == "LOT" and some[0]["problem"] is not None:
            for row in some[1:]:
                row["problem"] = row["problem"] or said("lot", "INVALID", _("The first row of this lot is wrong."))
