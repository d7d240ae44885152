"""``create_lot`` and ``update_lot``: goods of one variant that share one history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from catalog.traceability.identity.uris import given_uri
from catalog.traceability.lot import Lot
from catalog.traceability.minting.lot_numbers import mint_lot_number
from catalog.traceability.minting.set_series import NoSeries
from catalog.traceability.rename_lots import is_name_of_another, kept_name, rename_lot
from catalog.traceability.templates.template import trades

if TYPE_CHECKING:
    from catalog.products.variant import ProductVariant


class LotNumberTaken(ValueError):
    """The seller has another lot with this number."""

    def __init__(self, number: str) -> None:
        super().__init__(f"there is a lot {number!r} already")
        self.number = number


class BadLot(ValueError):
    """The values cannot be; ``field`` names which."""

    def __init__(self, field: str, fact: str) -> None:
        super().__init__(f"{field}: {fact}")
        self.field = field


@dataclass(frozen=True, slots=True)
class LotData:
    """What a seller says of a lot."""

    number: str
    produced_on: date
    quantity: int
    place: str
    expires_on: date | None = None
    note: str = ""
    source_language: str = "vi"
    trade: str = ""
    """Whose template its steps follow; empty for that of the seller's own trade."""


def create_lot(*, variant: ProductVariant, data: LotData) -> Lot:
    """Store the lot, under the next number of its series where it has none yet.

    Raises ``BadLot``, or ``LotNumberTaken``: a number means one lot of a seller for ever.
    """
    try:
        with transaction.atomic():
            data = _numbered(variant, data)
            _check(data)
            lot = Lot(seller_id=variant.seller_id, variant=variant, **_fields(data))
            _name(lot)
            lot.save(force_insert=True)
            return lot
    except IntegrityError as error:
        raise LotNumberTaken(data.number) from error


def update_lot(*, lot: Lot, data: LotData) -> Lot:
    """Correct what was said of the lot itself; its steps are corrected by new steps. Raises as `create_lot`."""
    _check(data)
    try:
        with transaction.atomic():
            rows = Lot.objects.select_for_update(of=("self",)).select_related("variant", "seller")
            locked = rows.get(pk=lot.pk)
            _change(locked, _fields(data))
    except IntegrityError as error:
        raise LotNumberTaken(data.number) from error
    for name in (*_fields(data), "uri"):
        setattr(lot, name, getattr(locked, name))
    return lot


def _name(lot: Lot) -> None:
    """The number of another lot that was renamed still means that lot, wherever its cartons are."""
    uri = given_uri(lot)
    if is_name_of_another(lot, uri):
        raise LotNumberTaken(lot.number)
    lot.uri = uri


def _change(lot: Lot, fields: dict[str, object]) -> None:
    """Under its lock; with another number it gets another name, and its history goes along."""
    was = lot.number
    if not lot.uri:
        lot.uri = kept_name(lot)
    for name, value in fields.items():
        setattr(lot, name, value)
    if lot.number != was and is_name_of_another(lot, given_uri(lot)):
        raise LotNumberTaken(lot.number)
    lot.save(update_fields=[*fields, "uri"])
    rename_lot(lot)


def _numbered(variant: ProductVariant, data: LotData) -> LotData:
    if data.number.strip():
        return data
    try:
        return replace(data, number=mint_lot_number(variant=variant, on=data.produced_on))
    except NoSeries:
        return data


def _check(data: LotData) -> None:
    if not data.number.strip():
        raise BadLot("number", "a lot has a number")
    if data.quantity < 1:
        raise BadLot("quantity", "a lot has at least one piece")
    if data.expires_on is not None and data.expires_on < data.produced_on:
        raise BadLot("expires_on", "goods do not expire before they are made")
    if data.trade and data.trade not in trades():
        raise BadLot("trade", "there is no template of this trade")


def _fields(data: LotData) -> dict[str, object]:
    return {
        "number": data.number.strip(),
        "produced_on": data.produced_on,
        "expires_on": data.expires_on,
        "quantity": data.quantity,
        "place": data.place.strip(),
        "note": data.note.strip(),
        "trade": data.trade,
        "source_language": data.source_language,
    }
