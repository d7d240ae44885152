"""What a buyer may do with the parts of an order."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from orders.disputes.dispute import Dispute
from orders.disputes.states import OPEN
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import BEFORE_PACKING, SellerOrderStatus


def buyer_actions(parts: Sequence[SellerOrder]) -> dict[UUID, list[str]]:
    """By part, in two queries. Whether the time for it is over, the verb itself says with the day."""
    ids = [part.pk for part in parts]
    disputed = set(
        Dispute.objects.filter(seller_order__in=ids, status__in=OPEN).values_list("seller_order_id", flat=True)
    )
    left = OrderLine.objects.filter(seller_order__in=ids, quantity_fulfilled__gt=F("quantity_returned"))
    returnable = set(left.order_by().values_list("seller_order_id", flat=True))
    return {part.pk: _actions(part, part.pk in returnable, part.pk in disputed) for part in parts}


def _actions(part: SellerOrder, is_returnable: bool, is_disputed: bool) -> list[str]:
    actions = ["CANCEL_LINES"] if part.status in BEFORE_PACKING else []
    actions += ["RETURN"] if is_returnable else []
    may_dispute = part.charged_amount and part.status != SellerOrderStatus.CANCELED and not is_disputed
    return actions + (["DISPUTE"] if may_dispute else [])
