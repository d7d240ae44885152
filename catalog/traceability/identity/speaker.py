"""``seller_speaking_for``: whose word counts about a thing.

1. The seller whose verified company prefix the identifier begins with; the longest prefix wins.
2. For a lot or a piece, the only seller here who has that lot of that GTIN, or had it by that name, or gave out that
   serial.
3. For a GTIN, the only seller here who sells it.
4. For a parcel, the seller who uses the prefix, verified or not, or whose internal numbers these are.
5. For a place or party, the only seller who keeps it as its own; a ``urn:uuid:`` is the seller's whose record it names.

Two sellers with the same GTIN and no verified prefix: nobody speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from catalog.products.variant import ProductVariant
from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri
from catalog.traceability.gs1.digital_link import DigitalLink, read_digital_link
from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.identity.prefix_digits import possible_prefixes
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.minting.serials import lot_of_serial
from marketplace.sellers.models import Seller

INTERNAL_SSCC = "04"
INTERNAL_WIDTH = 9
"""Digits of an internal SSCC prefix: 04 and the seller's own number."""
_GTIN, _SSCC, _PLACE, _PARTY, _LOT, _SERIAL = "01", "00", "414", "417", "10", "21"
_RECORD = "urn:uuid:"


def seller_speaking_for(uri: str) -> Seller | None:
    """``uri`` in any of its forms; ``None`` where nobody's word counts more than another's."""
    canonical = canonical_uri(uri)
    if canonical.startswith(_RECORD):
        return _only(_of_record(canonical.removeprefix(_RECORD)))
    if not canonical.startswith(f"{CANONICAL}/"):
        return None
    try:
        link = read_digital_link(canonical)
    except BadGS1:
        return None
    return _of_prefix(link) or _only(_who_has(link))


def _of_prefix(link: DigitalLink) -> Seller | None:
    rows = CompanyPrefix.objects.verified().filter(prefix__in=possible_prefixes(*link.key)).select_related("seller")
    best = max(rows, key=lambda row: len(row.prefix), default=None)
    return best.seller if best is not None else None


def _who_has(link: DigitalLink) -> Iterable[int]:
    ai, value = link.key
    if ai == _SSCC:
        return _of_parcel(value)
    if ai == _PLACE:
        own = TracePlace.objects.filter(scheme=Scheme.GS1, value=value, party__isnull=True)
        return own.values_list("seller_id", flat=True)
    if ai == _PARTY:
        known = TraceParty.objects.filter(scheme=Scheme.GS1, value=value, account__isnull=False)
        return (account for account in known.values_list("account_id", flat=True) if account is not None)
    return _of_goods(f"{CANONICAL}{link.path()}", value, dict(link.qualifiers)) if ai == _GTIN else ()


def _of_goods(uri: str, gtin: str, qualifiers: dict[str, str]) -> Iterable[int]:
    written = [gtin.lstrip("0").zfill(length) for length in (8, 12, 13, 14)]
    if _LOT in qualifiers:
        lots = Lot.objects.filter(variant__gtin__in=written, number=qualifiers[_LOT])
        renamed = LotName.objects.filter(uri=uri)
        return {*lots.values_list("seller_id", flat=True), *renamed.values_list("lot__seller_id", flat=True)}
    if _SERIAL in qualifiers:
        codes = TraceCode.objects.filter(pk=qualifiers[_SERIAL], lot__variant__gtin__in=written)
        counted = lot_of_serial(gtin=gtin, serial=qualifiers[_SERIAL])
        return {*codes.values_list("lot__seller_id", flat=True), *([counted.seller_id] if counted else [])}
    return ProductVariant.objects.current().filter(gtin__in=written).values_list("seller_id", flat=True)


def _of_parcel(sscc: str) -> Iterable[int]:
    body = sscc[1:]
    if body.startswith(INTERNAL_SSCC):
        return [int(body[len(INTERNAL_SSCC) : INTERNAL_WIDTH])]
    claimed = CompanyPrefix.objects.current().filter(prefix__in=possible_prefixes(_SSCC, sscc))
    return claimed.values_list("seller_id", flat=True)


def _of_record(text: str) -> Iterable[int]:
    try:
        key = UUID(text)
    except ValueError:
        return ()
    lots = Lot.objects.filter(pk=key).values_list("seller_id", flat=True)
    return lots or TracePlace.objects.filter(pk=key).values_list("seller_id", flat=True)


def _only(sellers: Iterable[int]) -> Seller | None:
    found = set(sellers)
    return Seller.objects.filter(pk=found.pop()).first() if len(found) == 1 else None
