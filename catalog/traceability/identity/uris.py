"""The URIs by which events speak of lots, pieces, places and parties.

With a GS1 identifier it is the canonical Digital Link (``https://id.gs1.org/01/…/10/…``); without one it is a
``urn:uuid:`` of our own record, which tells nothing about it and stays the same for ever.
"""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID, uuid5

from catalog.traceability.epcis.identifiers import CANONICAL
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.lot import Lot, TraceCode
from marketplace.sellers.models import Seller

_GTIN_DIGITS = 14
_LONGEST_LOT = 20
_SELLERS = UUID("5f0c8a52-64d5-5b0b-9c5a-6b8f6d1f3c11")
"""The name space of sellers, whose keys are numbers."""


def lot_uri(lot: Lot) -> str:
    """Of a lot as a class of goods: the name that it bears (see ``rename_lots``). Needs ``lot.variant``."""
    return lot.uri or given_uri(lot)


def internal_uri(lot: Lot) -> str:
    return f"urn:uuid:{lot.pk}"


def given_uri(lot: Lot) -> str:
    """What its number and GTIN give, as they are now. A number that GS1 could not write makes it internal."""
    gtin = lot.variant.gtin
    if not gtin or not is_gs1_lot(lot.number):
        return internal_uri(lot)
    return f"{CANONICAL}/01/{gtin.zfill(_GTIN_DIGITS)}/10/{quote(lot.number, safe=_UNQUOTED)}"


def piece_uri(code: TraceCode) -> str:
    """Of the one piece or carton that bears the code, by the GTIN of now. Needs ``code.lot.variant``."""
    gtin = code.lot.variant.gtin
    if not gtin:
        return internal_piece_uri(code)
    return f"{CANONICAL}/01/{gtin.zfill(_GTIN_DIGITS)}/21/{code.code}"


def internal_piece_uri(code: TraceCode) -> str:
    """What events of before there was a GTIN call it."""
    return f"urn:uuid:{uuid5(code.lot_id, code.code)}"


def place_uri(place: TracePlace) -> str:
    return f"{CANONICAL}/414/{place.value}" if place.scheme == Scheme.GS1 else f"urn:uuid:{place.pk}"


def party_uri(party: TraceParty) -> str:
    """One that is a seller here is named as that seller names itself, so that both mean the same."""
    if party.scheme == Scheme.GS1:
        return f"{CANONICAL}/417/{party.value}"
    return f"urn:uuid:{party.pk}" if party.account_id is None else seller_uri(party.account_id)


def seller_uri(seller: Seller | int) -> str:
    key = seller if isinstance(seller, int) else seller.pk
    return f"urn:uuid:{uuid5(_SELLERS, str(key))}"


_UNQUOTED = "-._~'"
_CSET_82 = frozenset("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")


def is_gs1_lot(number: str) -> bool:
    """Whether a lot number can stand after identifier 10: at most 20 characters of GS1's set 82."""
    return len(number) <= _LONGEST_LOT and set(number) <= _CSET_82
