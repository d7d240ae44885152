"""The change of classification: does every foreign material have another code than the product?"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from i18n.formatting import format_weight
from logistics.customs.origin import wording
from logistics.customs.origin.agreement import Agreement, Tolerance
from logistics.customs.origin.assessment import Notes, Outcome, every
from logistics.customs.origin.bill import Bill, Material
from logistics.customs.origin.codes import fits_any, same_to
from logistics.customs.origin.criterion import Change
from logistics.customs.origin.figures import percent_of, shown_money, shown_percent
from logistics.customs.origin.worth import priced, worth

MET, NOT_MET, NOT_KNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_KNOWN


def check_change(
    change: Change, bill: Bill, foreign: list[Material], agreement: Agreement, on: date, notes: Notes
) -> Outcome:
    """1. Look at each foreign material. 2. Those that fail may be excused by the tolerance, all of them together."""
    found = [(material, _one(change, bill, material, notes)) for material in foreign]
    failed = [material for material, outcome in found if outcome is NOT_MET]
    rest = every(outcome for _, outcome in found if outcome is not NOT_MET)
    if not failed:
        return rest
    tolerance = agreement.tolerance_for(bill.hs_code, on)
    excused = NOT_MET if tolerance is None else _excused(tolerance, bill, failed, agreement, notes)
    return every([rest, excused])


def _one(change: Change, bill: Bill, material: Material, notes: Notes) -> Outcome:
    if not material.hs_code:
        return notes.miss(wording.NO_MATERIAL_HS, material=material.name)
    said = {"material": material.name, "hs": material.hs_code, "product": bill.hs_code}
    excluded = fits_any(material.hs_code, change.without)
    same = same_to(change.digits, material.hs_code, bill.hs_code) if change.digits else False
    if excluded:
        return notes.step(NOT_MET, wording.EXCLUDED, **said)
    if same:
        return notes.step(NOT_MET, wording.STAYS[change.digits], **said)
    if excluded is None or same is None:
        return notes.miss(wording.SHORT_HS, material=material.name, hs=material.hs_code)
    return notes.step(MET, wording.CHANGES[change.digits], **said)


def _excused(tolerance: Tolerance, bill: Bill, failed: list[Material], agreement: Agreement, notes: Notes) -> Outcome:
    parts = _by_weight(bill, failed, notes) if tolerance.by_weight else _by_value(bill, failed, agreement, notes)
    if parts is None:
        return NOT_KNOWN
    share, part, whole = parts
    within = share <= tolerance.percent
    return notes.step(
        MET if within else NOT_MET,
        wording.WITHIN if within else wording.BEYOND,
        part=part,
        whole=whole,
        share=shown_percent(share, notes.language),
        most=shown_percent(tolerance.percent, notes.language),
    )


def _by_weight(bill: Bill, failed: list[Material], notes: Notes) -> tuple[Fraction, str, str] | None:
    if not bill.weight_g or not all(material.weight_g for material in failed):
        notes.miss(wording.NO_WEIGHT)
        return None
    grams = sum(material.weight_g for material in failed)
    share = Fraction(grams * 100, bill.weight_g)
    return share, format_weight(grams, notes.language), format_weight(bill.weight_g, notes.language)


def _by_value(
    bill: Bill, failed: list[Material], agreement: Agreement, notes: Notes
) -> tuple[Fraction, str, str] | None:
    price, value = priced(bill, agreement, notes), worth(bill, failed, notes)
    if price is None or value is None:
        return None
    part, whole = (shown_money(each, bill.currency, notes.language) for each in (value, price))
    return percent_of(value, price), part, whole
