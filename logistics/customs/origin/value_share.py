"""Shares of the price: regional value content by build-down and build-up, and the most of foreign materials."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from logistics.customs.origin import wording
from logistics.customs.origin.agreement import Agreement
from logistics.customs.origin.assessment import Notes, Outcome
from logistics.customs.origin.bill import Bill, Material
from logistics.customs.origin.criterion import BUILD_UP, MAX_NON_ORIGINATING, ValueShare
from logistics.customs.origin.figures import percent_of, shown_money, shown_percent
from logistics.customs.origin.worth import priced, worth


def check_share(
    criterion: ValueShare,
    bill: Bill,
    foreign: Sequence[Material],
    own: Sequence[Material],
    agreement: Agreement,
    notes: Notes,
) -> Outcome:
    """Build-down counts everything that is not a foreign material; build-up only the originating materials.

    Price 100.00, foreign materials 45.00, originating ones 30.00: build-down 55 %, build-up 30 %, foreign 45 %.
    """
    counted = own if criterion.kind == BUILD_UP else foreign
    price, part = priced(bill, agreement, notes), worth(bill, counted, notes)
    if price is None or part is None:
        return Outcome.NOT_KNOWN
    share = share_of(criterion.kind, part, price)
    enough = share <= criterion.percent if criterion.kind == MAX_NON_ORIGINATING else share >= criterion.percent
    return notes.step(
        Outcome.MET if enough else Outcome.NOT_MET,
        wording.SHARES[criterion.kind],
        price=shown_money(price, bill.currency, notes.language),
        part=shown_money(part, bill.currency, notes.language),
        share=shown_percent(share, notes.language),
        limit=shown_percent(criterion.percent, notes.language),
    )


def share_of(kind: str, part: Decimal, price: Decimal) -> Fraction:
    """In percent: ``part`` is the originating materials for build-up, the foreign ones otherwise."""
    share = percent_of(part, price)
    return share if kind in (BUILD_UP, MAX_NON_ORIGINATING) else 100 - share
