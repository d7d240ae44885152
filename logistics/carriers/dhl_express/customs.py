"""What DHL tells the customs on both sides: every line with its code, origin, value and weight."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from i18n.money import Money
from logistics.carrier import Account
from logistics.carriers.dhl_express.calling import CODE
from logistics.carriers.dhl_express.numbers import json_number
from logistics.carriers.dhl_express.parties import IOSS_COUNTRIES, eori, ioss
from logistics.carriers.dhl_express.pieces import kilograms
from logistics.consignment import Consignment, Item

Json = dict[str, Any]
_IOSS_LIMIT = Money(Decimal(150), "EUR")
"""Intrinsic value of a consignment, Council Directive 2006/112/EC article 369l."""


def declaration(consignment: Consignment, *, invoice: str, on: date) -> Json:
    """The export declaration; ``invoice`` is the number of the commercial invoice."""
    return {
        "lineItems": [_line(number, item) for number, item in enumerate(consignment.items, start=1)],
        "invoice": {
            "number": invoice,
            "date": on.isoformat(),
            "totalNetWeight": kilograms(consignment.total_net_weight_g),
            "totalGrossWeight": kilograms(consignment.total_gross_weight_g),
        },
        "additionalCharges": _charges(consignment),
        "placeOfIncoterm": consignment.named_place[:255],
        "exportReason": "Sale",
        "exportReasonType": "permanent",
        "shipmentType": "commercial",
    }


def seller_numbers(account: Account, consignment: Consignment) -> tuple[Json, ...]:
    """The account's EORI, and its IOSS number where the goods may enter under it.

    IOSS is for goods of up to 150 EUR to private people in the Union. A value in another currency is not sent under
    it: which rate the customs would take is not known here.
    """
    numbers: list[Json] = []
    if number := account.settings.get("eori", "").strip():
        numbers.append(eori(number))
    number = account.settings.get("ioss", "").strip()
    buyer, value = consignment.buyer, consignment.goods_value
    small = value.currency == _IOSS_LIMIT.currency and value <= _IOSS_LIMIT
    if number and buyer.country in IOSS_COUNTRIES and not buyer.is_business and small:
        numbers.append(ioss(number))
    return tuple(numbers)


def _line(number: int, item: Item) -> Json:
    gross = item.total_gross_weight_g
    return {
        "number": number,
        "description": (item.description_en or item.description)[:512],
        "price": json_number(item.unit_value.amount, CODE),
        "priceCurrency": item.unit_value.currency,
        "quantity": {"value": item.quantity, "unitOfMeasurement": "PCS"},
        "commodityCodes": [{"typeCode": "outbound", "value": item.hs_code}] if item.hs_code else [],
        "exportReasonType": "permanent",
        "manufacturerCountry": item.origin,
        "weight": {"netValue": kilograms(item.total_net_weight_g or gross), "grossValue": kilograms(gross)},
    }


def _charges(consignment: Consignment) -> list[Json]:
    charges = {"freight": consignment.freight, "insurance": consignment.insurance}
    return [
        {"typeCode": kind, "caption": kind.capitalize(), "value": json_number(amount.amount, CODE)}
        for kind, amount in charges.items()
        if amount is not None and amount.amount
    ]
