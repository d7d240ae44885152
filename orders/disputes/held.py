"""Whether a seller's money for a part has to wait."""

from collections.abc import Iterable
from uuid import UUID

from orders.disputes.dispute import Dispute
from orders.disputes.states import OPEN as OPEN_DISPUTES
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.return_request import ReturnRequest
from orders.returns.states import OPEN as OPEN_RETURNS


def is_held(seller_order: SellerOrder) -> bool:
    """A dispute or a return about it is open: what it may give back is not paid out yet."""
    return bool(held_parts([seller_order.pk]))


def held_parts(seller_order_ids: Iterable[UUID]) -> set[UUID]:
    """Those of many parts, in two queries."""
    ids = set(seller_order_ids)
    disputed = Dispute.objects.filter(seller_order__in=ids, status__in=OPEN_DISPUTES)
    returned = ReturnRequest.objects.filter(seller_order__in=ids, status__in=OPEN_RETURNS)
    return {*disputed.values_list("seller_order_id", flat=True), *returned.values_list("seller_order_id", flat=True)}
