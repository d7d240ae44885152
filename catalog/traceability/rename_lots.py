"""``rename_lots``: a lot keeps one name, or the events say themselves that it has another from now on.

1. The name that a lot's number and GTIN give is not the one it bears: the GTIN was given, or one was corrected.
2. No event names it yet: it bears the new name, and that is all.
3. Else one TransformationEvent of its seller's turns the whole lot of the old name into the same of the new name, so
   that whoever follows the chain, here or elsewhere, comes from one to the other. Partners of the old name's goods are
   partners of the new name's.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalog.events import ProductChanged, ProductsChanged
from catalog.traceability.epcis.capture.capture_event import capture_event
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.rights.note_partners import share_name
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.identity.uris import given_uri, internal_uri, lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.own_vocabulary import CONTEXT, PREFIX, RENAMING


def rename_on_change(event: ProductChanged) -> None:
    """Reaction: its variants may have other GTINs now. Told again it finds nothing to do."""
    _rename_of_products([event.product_id])


def rename_on_changes(event: ProductsChanged) -> None:
    """The same for many."""
    _rename_of_products(event.product_ids)


def rename_lots(*, variant_id: int) -> int:
    """Each lot of the variant, in a transaction of its own. Returns how many bear another name now."""
    return _rename(Lot.objects.select_related("variant").filter(variant_id=variant_id).order_by("pk"))


def rename_lot(lot: Lot) -> bool:
    """Call it in a transaction that holds the lot's row. Needs ``lot.variant`` and ``lot.seller``."""
    old, new = kept_name(lot), given_uri(lot)
    if old == lot.uri == new or is_name_of_another(lot, new):
        return False
    if old != new and EventThing.objects.filter(uri=old).exists():
        event = capture_event(_renaming(lot, old, new), seller=lot.seller)
        LotName.objects.create(lot=lot, uri=old, event=event)
        share_name(old, new, seller_id=lot.seller_id)
    lot.uri = new
    lot.save(update_fields=["uri"])
    return True


def keep_name(lot: Lot) -> None:
    """Lock the lot's row and bring its name up to date: call it before an event names the lot, in its transaction."""
    lot.uri = Lot.objects.select_for_update().values_list("uri", flat=True).get(pk=lot.pk)
    if not lot.uri:
        lot.uri = kept_name(lot)
        lot.save(update_fields=["uri"])


def kept_name(lot: Lot) -> str:
    """The name it bears; of a row from before names were kept, the one that its events use."""
    if lot.uri:
        return lot.uri
    internal = internal_uri(lot)
    return internal if EventThing.objects.filter(uri=internal).exists() else lot_uri(lot)


def is_name_of_another(lot: Lot, uri: str) -> bool:
    """Events of another lot of the seller are under it: it would take that lot's history."""
    return LotName.objects.filter(uri=uri, lot__seller_id=lot.seller_id).exclude(lot=lot.pk).exists()


def _rename_of_products(keys: Collection[int]) -> None:
    _rename(Lot.objects.select_related("variant").filter(variant__product__in=keys).order_by("pk"))


def _rename(lots: Any) -> int:
    waiting = [lot.pk for lot in lots.iterator() if lot.uri != given_uri(lot)]
    return sum(_rename_locked(pk) for pk in waiting)


def _rename_locked(pk: Any) -> bool:
    with transaction.atomic():
        rows = Lot.objects.select_for_update(of=("self",)).select_related("variant", "seller")
        return rename_lot(rows.get(pk=pk))


def _renaming(lot: Lot, old: str, new: str) -> dict[str, Any]:
    now = timezone.now().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "@context": CONTEXT,
        "type": "TransformationEvent",
        "eventTime": now,
        "eventTimeZoneOffset": "+00:00",
        "bizStep": RENAMING,
        "inputQuantityList": [{"epcClass": old, "quantity": lot.quantity}],
        "outputQuantityList": [{"epcClass": new, "quantity": lot.quantity}],
        f"{PREFIX}:lot": internal_uri(lot),
    }
