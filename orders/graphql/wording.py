"""How states and events of orders are said to people."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from orders.lifecycle.by import Role
from orders.lifecycle.order_event import OrderEventType
from orders.lifecycle.states import OrderStatus, SellerOrderStatus

ORDER_STATUS: Mapping[str, str] = {
    OrderStatus.UNPAID: _("Waiting for payment"),
    OrderStatus.UNFULFILLED: _("Being prepared"),
    OrderStatus.PARTIALLY_FULFILLED: _("Partly on its way"),
    OrderStatus.FULFILLED: _("On its way"),
    OrderStatus.DELIVERED: _("Delivered"),
    OrderStatus.CANCELED: _("Cancelled"),
    OrderStatus.EXPIRED: _("Expired without payment"),
}
SELLER_ORDER_STATUS: Mapping[str, str] = {
    SellerOrderStatus.AWAITING_PAYMENT: _("Waiting for payment"),
    SellerOrderStatus.CONFIRMED: _("To be packed"),
    SellerOrderStatus.PACKING: _("Being packed"),
    SellerOrderStatus.SHIPPED: _("On its way"),
    SellerOrderStatus.DELIVERED: _("Delivered"),
    SellerOrderStatus.CANCELED: _("Cancelled"),
}
EVENT: Mapping[str, str] = {
    OrderEventType.PLACED: _("The order was placed."),
    OrderEventType.PAID: _("The payment has arrived."),
    OrderEventType.PAYMENT_FAILED: _("The payment failed."),
    OrderEventType.CONFIRMED: _("%(number)s was confirmed."),
    OrderEventType.PACKING: _("%(number)s is being packed."),
    OrderEventType.PARTLY_SHIPPED: _("Part of %(number)s was handed to the carrier."),
    OrderEventType.SHIPPED: _("%(number)s was handed to the carrier."),
    OrderEventType.DELIVERED: _("%(number)s was delivered."),
    OrderEventType.CANCELED: _("%(number)s was cancelled."),
    OrderEventType.EXPIRED: _("The order expired because it was not paid in time."),
    OrderEventType.REFUNDED: _("The price of %(number)s was paid back."),
    OrderEventType.REFUND_DUE: _("The price of %(number)s will be paid back."),
}
ROLE: Mapping[str, str] = {
    Role.BUYER: _("Buyer"),
    Role.SELLER: _("Seller"),
    Role.STAFF: _("Marketplace staff"),
    Role.SYSTEM: _("Automatic"),
}
