"""What materials are worth together and what the piece costs, as far as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from logistics.customs.origin import wording
from logistics.customs.origin.agreement import Agreement
from logistics.customs.origin.assessment import Notes
from logistics.customs.origin.bill import Bill, Material


def priced(bill: Bill, agreement: Agreement, notes: Notes) -> Decimal | None:
    """The price that the agreement's percentages are of; noted as missing when it is not entered."""
    price = bill.price(agreement.price)
    if price is None:
        notes.miss(wording.NO_PRICE[agreement.price])
    return price


def worth(bill: Bill, materials: Sequence[Material], notes: Notes) -> Decimal | None:
    """The sum of their values; ``None``, and noted as missing, when one of them has none."""
    unknown = [material for material in materials if material.value is None]
    for material in unknown:
        notes.miss(wording.NO_VALUE, material=material.name, currency=bill.currency)
    if unknown:
        return None
    return sum((material.value for material in materials if material.value is not None), Decimal(0))
