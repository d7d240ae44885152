"""The sellers may begin."""

from marketplace.events.publish import publish
from orders.events import OrderPaid
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.move import move, update_order_status
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.paid import is_paid


def confirm_if_paid(order: Order, *, by: By = SYSTEM) -> bool:
    """Every waiting part becomes CONFIRMED once everything needed for that is there; under the order's lock.

    Says whether it just was. Also for orders that wait for no money: net days, or a voucher that pays for all of it.
    """
    waiting = SellerOrder.objects.filter(order=order, status=SellerOrderStatus.AWAITING_PAYMENT)
    parts = list(waiting.select_related("order").order_by("position"))
    if not parts or not is_paid(order):
        return False
    record(OrderEventType.PAID, order=order, by=by)
    for seller_order in parts:
        move(seller_order, SellerOrderStatus.CONFIRMED, by=SYSTEM)
    update_order_status(order)
    publish(OrderPaid(order_id=str(order.pk)))
    return True
