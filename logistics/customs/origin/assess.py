"""``assess``: would a product originate under an agreement? Worked out step by step; it warns and never claims."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from i18n.formatting import country_name, format_money
from logistics.customs.origin import wording
from logistics.customs.origin.agreement import Agreement, OriginRule
from logistics.customs.origin.assessment import Assessment, Notes, Outcome, Way, every, some
from logistics.customs.origin.bill import Bill, Material
from logistics.customs.origin.change import check_change
from logistics.customs.origin.criterion import BUILD_DOWN, BUILD_UP, Change, Criterion, ValueShare
from logistics.customs.origin.figures import rounded
from logistics.customs.origin.value_share import check_share, share_of


def assess(bill: Bill, agreement: Agreement, *, on: date, language: str) -> Assessment:
    """The answer under one agreement.

    1. Find the rule of the product's code; without one nothing is known.
    2. Sort the materials: one originates when it is of a party (or counted like one) and its supplier declared so.
    3. Nothing foreign in it: met. Otherwise try each way of the rule; one that is met is enough.
    4. A way is met when all its parts are: changes of classification (what fails may be excused by the tolerance)
       and shares of the price.

    A chair (9401.69) of 40.00 EUR ex works from Vietnamese wood without declaration (4407, 12.00 EUR), Chinese fittings
    (8302, 2.00 EUR) and Chinese seat parts (9401.91, 3.00 EUR) under EVFTA: the parts stay in heading 9401, but are
    7.5 % of the price, which the tolerance of 10 % excuses: met.
    """
    notes = Notes(language)
    rule = agreement.rule_for(bill.hs_code, on) if bill.hs_code else None
    own, foreign = _sorted(bill, agreement, notes)
    ways: list[Way] = []
    outcome = _decided(bill, rule, agreement, foreign, notes)
    if outcome is None:
        ways = [_way(way, bill, agreement, (own, foreign), on, notes) for way in _ways(rule)]
        outcome = some(way.outcome for way in ways)
    return Assessment(
        agreement=agreement,
        outcome=outcome,
        hs_code=bill.hs_code,
        as_of=on,
        ways=tuple(ways),
        steps=tuple(notes.steps),
        missing=tuple(notes.missing) if outcome is Outcome.NOT_KNOWN else (),
        warnings=_warnings(rule, notes),
        proofs=_proofs(agreement, notes),
        since=rule.since if rule else None,
        build_down=_figure(BUILD_DOWN, bill, agreement, foreign),
        build_up=_figure(BUILD_UP, bill, agreement, own),
    )


def _sorted(bill: Bill, agreement: Agreement, notes: Notes) -> tuple[list[Material], list[Material]]:
    own: list[Material] = []
    foreign: list[Material] = []
    for material in bill.materials:
        counts = agreement.counts(country=material.country, material=material.hs_code, product=bill.hs_code)
        said = {"material": material.name, "country": country_name(material.country, notes.language)}
        if counts and material.declared:
            own.append(material)
            notes.step(Outcome.MET, wording.ORIGINATING, **said)
            continue
        foreign.append(material)
        text = wording.UNDECLARED if counts else wording.FOREIGN if material.country else wording.OF_UNKNOWN
        notes.step(Outcome.NOT_MET, text, **said)
    return own, foreign


def _decided(
    bill: Bill, rule: OriginRule | None, agreement: Agreement, foreign: list[Material], notes: Notes
) -> Outcome | None:
    """What can be said without trying the ways of the rule."""
    if not bill.hs_code:
        return notes.miss(wording.NO_PRODUCT_HS)
    if not bill.materials:
        return notes.miss(wording.NO_MATERIALS)
    if not foreign:
        return notes.step(Outcome.MET, wording.ALL_ORIGINATING)
    if rule is None:
        return notes.miss(wording.NO_RULE, agreement=agreement.code, hs=bill.hs_code)
    return None


def _ways(rule: OriginRule | None) -> list[tuple[int, str, tuple[Criterion, ...]]]:
    """Number, text and parts of each."""
    if rule is None:
        return []
    return [(number, *both) for number, both in enumerate(zip(rule.written, rule.ways, strict=True), start=1)]


def _way(
    way: tuple[int, str, tuple[Criterion, ...]],
    bill: Bill,
    agreement: Agreement,
    materials: tuple[list[Material], list[Material]],
    on: date,
    notes: Notes,
) -> Way:
    own, foreign = materials
    notes.way, written, criteria = way

    def check(criterion: Criterion) -> Outcome:
        if isinstance(criterion, Change):
            return check_change(criterion, bill, foreign, agreement, on, notes)
        if isinstance(criterion, ValueShare):
            return check_share(criterion, bill, foreign, own, agreement, notes)
        return notes.miss(wording.PROCESS)

    return Way(notes.way, written, every([check(criterion) for criterion in criteria]))


def _figure(kind: str, bill: Bill, agreement: Agreement, counted: list[Material]) -> Decimal | None:
    price = bill.price(agreement.price)
    values = [material.value for material in counted if material.value is not None]
    if price is None or len(values) < len(counted) or not bill.materials:
        return None
    return rounded(share_of(kind, sum(values, Decimal(0)), price))


def _warnings(rule: OriginRule | None, notes: Notes) -> tuple[str, ...]:
    unchecked = [wording.NOT_CHECKED] if rule is not None and not rule.since.checked else []
    return tuple(notes.say(text) for text in (*unchecked, wording.NOT_A_RULING, wording.SIMPLE_WORK, wording.DIRECT))


def _proofs(agreement: Agreement, notes: Notes) -> tuple[str, ...]:
    certificate = agreement.certificate
    said = [notes.say(wording.ISSUED, form=certificate.form)]
    if certificate.own_statement_up_to is not None:
        limit = format_money(certificate.own_statement_up_to, notes.language)
        said.append(notes.say(wording.OWN_STATEMENT, limit=limit))
    return tuple(said)
