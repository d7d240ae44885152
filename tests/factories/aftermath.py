"""Orders that have arrived, and what buyers then ask for."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from catalog.models import ProductVariant
from i18n.money import Money
from logistics.shipments.events import ShipmentDelivered
from orders.attachments.store import CleanFile
from orders.disputes.dispute import Dispute, DisputeReason
from orders.disputes.move_dispute import Said
from orders.disputes.open_dispute import open_dispute
from orders.fulfillment.deliver import mark_delivered
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.request_return import Wanted, request_return
from orders.returns.return_request import ReturnReason, ReturnRequest, ReturnWish
from tests.factories.orders import BUYER, SELLER, make_packed_order


def make_delivered_order(*wanted: tuple[ProductVariant, int], **overrides: Any) -> Order:
    """Paid, packed, shipped and in the buyer's hands."""
    order = make_packed_order(*wanted, **overrides)
    for part in order.seller_orders.all():
        sent = ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(carrier="Ví dụ Express"), by=SELLER)
        mark_delivered(ShipmentDelivered(str(sent.shipment_id), part.number, timezone.now().isoformat()))
    order.refresh_from_db()
    return order


def make_return(
    part: SellerOrder,
    pieces: int | None = None,
    *,
    reason: ReturnReason = ReturnReason.DAMAGED,
    wish: ReturnWish = ReturnWish.REFUND,
    files: Sequence[CleanFile] = (),
) -> ReturnRequest:
    """All pieces of all lines, or so many of each."""
    quantities = {line.pk: pieces or line.quantity_fulfilled for line in part.lines.all()}
    wanted = Wanted(quantities, reason, wish, "A leg is loose.", files)
    return request_return(seller_order_id=part.pk, wanted=wanted, by=BUYER, now=timezone.now())


def make_dispute(part: SellerOrder, *, claimed: Money | None = None) -> Dispute:
    """About all that was paid for the part."""
    part.refresh_from_db()
    return open_dispute(
        seller_order_id=part.pk,
        reason=DisputeReason.NOT_AS_DESCRIBED,
        claimed=claimed or Money(part.charged_amount, part.currency),
        said=Said("It is green, not blue."),
        by=BUYER,
        now=timezone.now(),
    )
