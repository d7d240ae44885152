"""Packed goods leave: all of a seller's part, or some of it.

screen → lock → check quantities → take the stock out → book the shipment → write it down → publish.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.today import today_here
from logistics.carriers.registry import carriers
from logistics.shipments.create_shipment import ParcelData, create_shipment
from logistics.shipments.issue_documents import DocumentTerms
from logistics.shipments.shipment import Shipment
from marketplace.events.publish import publish
from orders.allocation.take_out import take_out
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentLine
from orders.fulfillment.pack import lock_seller_order
from orders.lifecycle.by import By
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import IllegalMove, SellerOrderStatus
from orders.payments.paid import require_paid_for_shipping
from orders.payments.payment import Payment
from orders.screening.screen_order import require_not_held, screen_order
from orders.traceability.lots_leaving import ChosenLot, Shares, lots_leaving
from orders.traceability.remember_lots import remember_lots

MANUAL = "manual"


class NotOpen(Exception):
    """More of a line is to leave than is still to be sent, or the line is not of this part."""

    def __init__(self, line_id: int, wanted: int, open_: int) -> None:
        super().__init__(f"{wanted} of order line {line_id} are to leave, {open_} are open")
        self.line_id = line_id
        self.wanted = wanted
        self.open = open_


@dataclass(frozen=True, slots=True)
class Dispatch:
    """How the goods travel, as the seller typed it."""

    carrier: str
    """Code of a connected carrier, or the name of any other."""
    tracking_number: str = ""
    service: str = ""
    """The carrier's code of it, where it is a connected one."""
    parcels: Sequence[ParcelData] = ()
    trace_codes: Sequence[str] = ()
    lots: Sequence[ChosenLot] = ()
    """Of which lots the pieces are, where the packer said so; else the codes tell."""

    @property
    def all_codes(self) -> list[str]:
        """Those of parcels and those of no parcel in particular."""
        return [*self.trace_codes, *(code for parcel in self.parcels for code in parcel.trace_codes)]


def ship_seller_order(
    *, seller_order_id: UUID, dispatch: Dispatch, by: By, quantities: Mapping[int, int] | None = None
) -> Fulfillment:
    """Send everything that is open, or ``quantities`` by line id. Every piece leaves stock exactly once.

    PACKING becomes SHIPPED with the last piece. Raises ``IllegalMove``, ``InstalmentUnpaid``, ``NotOpen``,
    ``AddressErased``, ``HeldForScreening``, ``LotDoesNotFit`` and what ``create_shipment`` raises about codes; then
    nothing is changed.
    """
    screen_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
    with transaction.atomic():
        seller_order = lock_seller_order(seller_order_id)
        _require_packing(seller_order)
        require_not_held(seller_order.order)
        require_paid_for_shipping(seller_order)
        lines = list(seller_order.lines.order_by("id"))
        leaving = _leaving(lines, quantities)
        take_out(leaving, reference=seller_order.number, by=by.user)
        shares = shares_of(seller_order, lines, leaving, dispatch)
        shipment = book_shipment(seller_order, lines, leaving, dispatch, by, shares=shares)
        fulfillment = _write_down(seller_order, lines, leaving, shipment)
        remember_lots(fulfillment=fulfillment, shares=shares)
        _progress(seller_order, lines, fulfillment, by)
        publish(SellerOrderShipped(seller_order_id=str(seller_order.pk), fulfillment_id=fulfillment.pk))
    return fulfillment


def _require_packing(seller_order: SellerOrder) -> None:
    if seller_order.status != SellerOrderStatus.PACKING:
        raise IllegalMove(seller_order.number, seller_order.status, SellerOrderStatus.SHIPPED)


def _leaving(lines: Sequence[OrderLine], quantities: Mapping[int, int] | None) -> dict[int, int]:
    still_open = {line.pk: line.quantity_open for line in lines}
    wanted = {pk: open_ for pk, open_ in still_open.items() if open_} if quantities is None else dict(quantities)
    for line_id, quantity in wanted.items():
        if not 0 < quantity <= still_open.get(line_id, 0):
            raise NotOpen(line_id, quantity, still_open.get(line_id, 0))
    if not wanted:
        raise NotOpen(0, 0, 0)
    return wanted


def shares_of(
    seller_order: SellerOrder, lines: Sequence[OrderLine], leaving: Mapping[int, int], dispatch: Dispatch
) -> Shares:
    """Of which lots the leaving pieces are. Raises ``LotDoesNotFit``."""
    return lots_leaving(
        lines, leaving, seller_id=seller_order.seller_id, chosen=dispatch.lots, codes=dispatch.all_codes
    )


def book_shipment(
    seller_order: SellerOrder,
    lines: Sequence[OrderLine],
    leaving: Mapping[int, int],
    dispatch: Dispatch,
    by: By,
    *,
    shares: Shares,
) -> Shipment:
    """The shipment of ``leaving`` pieces by line id, with its papers; freight stands on those of the first one."""
    order = seller_order.order
    is_first = not seller_order.fulfillments.exists()
    consignment = order_consignment(
        seller_order,
        [line for line in lines if line.pk in leaving],
        quantities=leaving,
        with_freight=is_first,
        lots=shares,
    )
    is_known = dispatch.carrier in carriers()
    payment = Payment.objects.filter(order=order).first()
    return create_shipment(
        seller=seller_order.seller,
        reference=seller_order.number,
        consignment=consignment,
        carrier=dispatch.carrier if is_known else MANUAL,
        carrier_name="" if is_known else dispatch.carrier,
        tracking_number=dispatch.tracking_number,
        service=dispatch.service,
        language=order.language,
        parcels=dispatch.parcels,
        trace_codes=dispatch.trace_codes,
        promised_delivery=_promised(seller_order),
        terms=DocumentTerms(
            order_reference=seller_order.number,
            buyer_reference=order.purchase_order_number,
            payment_reference=payment.reference if payment else "",
        ),
        by=by.user,
    )


def _promised(seller_order: SellerOrder) -> date | None:
    """What the buyer was told when buying, counted from today."""
    days = seller_order.maximum_days
    return today_here() + timedelta(days=days) if days is not None else None


def _write_down(
    seller_order: SellerOrder, lines: Sequence[OrderLine], leaving: Mapping[int, int], shipment: Shipment
) -> Fulfillment:
    fulfillment = Fulfillment.objects.create(
        seller_order=seller_order,
        position=seller_order.fulfillments.count() + 1,
        shipment=shipment,
        created_at=timezone.now(),
    )
    FulfillmentLine.objects.bulk_create(
        FulfillmentLine(fulfillment=fulfillment, order_line_id=line_id, quantity=quantity)
        for line_id, quantity in leaving.items()
    )
    for line in lines:
        line.quantity_fulfilled += leaving.get(line.pk, 0)
    OrderLine.objects.bulk_update(lines, ["quantity_fulfilled"])
    return fulfillment


def _progress(seller_order: SellerOrder, lines: Sequence[OrderLine], fulfillment: Fulfillment, by: By) -> None:
    if any(line.quantity_open for line in lines):
        record(
            OrderEventType.PARTLY_SHIPPED,
            order=seller_order.order,
            seller_order=seller_order,
            by=by,
            parcel=fulfillment.position,
        )
    else:
        move(seller_order, SellerOrderStatus.SHIPPED, by=by)
    update_order_status(seller_order.order)
