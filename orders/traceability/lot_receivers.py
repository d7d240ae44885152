"""``BuyersOfLots``: who bought pieces of lots, for recalls and for the books of a lot."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from uuid import UUID

from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.lot import Lot
from catalog.traceability.mass_balance.watch import watch_sold
from catalog.traceability.recall.receivers import Contact, Receipt, register_receivers
from orders.address_snapshot import address_of
from orders.events import SellerOrderShipped
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.traceability.fulfillment_lot import FulfillmentLot
from orders.traceability.shipping_event import buyer_uri


class BuyersOfLots:
    """References are keys of sellers' orders."""

    name = "order"

    def receipts(self, lots: Collection[UUID]) -> Iterable[Receipt]:
        rows = FulfillmentLot.objects.filter(lot_id__in=lots).select_related("lot__variant", "line__fulfillment")
        found: dict[tuple[UUID, UUID], Receipt] = {}
        for row in rows:
            fulfillment = row.line.fulfillment
            key = fulfillment.seller_order_id, row.lot_id
            before = found.get(key)
            pieces = None if row.quantity is None else Decimal(row.quantity)
            if before is not None:
                pieces = None if pieces is None or before.quantity is None else pieces + before.quantity
            found[key] = Receipt(
                source=self.name,
                reference=str(fulfillment.seller_order_id),
                thing=lot_uri(row.lot),
                lot_id=row.lot_id,
                quantity=pieces,
                at=before.at if before is not None else fulfillment.created_at,
                party=buyer_uri(fulfillment),
            )
        return found.values()

    def contacts(self, references: Collection[str]) -> dict[str, Contact]:
        """Names and addresses as the orders have them; an erased buyer has neither."""
        parts = SellerOrder.objects.filter(pk__in=references).select_related("order")
        return {str(part.pk): _contact(part.order) for part in parts}


def watch_sold_lots(event: SellerOrderShipped) -> None:
    """Reaction: whether more of a lot has now been sold than there is."""
    lots = FulfillmentLot.objects.filter(line__fulfillment_id=event.fulfillment_id).order_by().values("lot_id")
    watch_sold(list(Lot.objects.filter(pk__in=lots)))


def register() -> None:
    register_receivers(BuyersOfLots())


def _contact(order: Order) -> Contact:
    address = address_of(order.shipping_address)
    if address is None:
        return Contact(order.number, "", order.language)
    name = address.company_name or address.full_name or order.number
    return Contact(name, order.email, order.language, address.country)
