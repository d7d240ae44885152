"""How states and events of orders are said to people."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from orders.lifecycle.by import Role
from orders.lifecycle.order_event import OrderEventType
from orders.lifecycle.states import OrderStatus, SellerOrderStatus
from orders.payments.refund import RefundReason, RefundStatus

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
    OrderEventType.PART_PAID: _("A part of the payment has arrived."),
    OrderEventType.MORE_PAID: _("A further payment has arrived."),
    OrderEventType.PAYMENT_FAILED: _("The payment failed."),
    OrderEventType.CHARGE_UNDONE: _("A payment had been assigned to this order by mistake and was taken off it again."),
    OrderEventType.AWAITING_PAYMENT: _("%(number)s is waiting for its payment again."),
    OrderEventType.CONFIRMED: _("%(number)s was confirmed."),
    OrderEventType.PACKING: _("%(number)s is being packed."),
    OrderEventType.PARTLY_SHIPPED: _("Part of %(number)s was handed to the carrier."),
    OrderEventType.SHIPPED: _("%(number)s was handed to the carrier."),
    OrderEventType.DELIVERED: _("%(number)s was delivered."),
    OrderEventType.CANCELED: _("%(number)s was cancelled."),
    OrderEventType.EXPIRED: _("The order expired because it was not paid in time."),
    OrderEventType.REFUNDED: _("Money for %(number)s was paid back."),
    OrderEventType.REFUND_DUE: _("Money for %(number)s will be paid back."),
    OrderEventType.CHARGEBACK_OPENED: _(
        "The buyer's bank has taken a payment back; the payment provider looks into it."
    ),
    OrderEventType.CHARGEBACK_CLOSED: _("The payment provider has decided about the payment that was taken back."),
    OrderEventType.REFUND_FAILED: _("Paying money back for %(number)s did not succeed yet."),
    OrderEventType.PARTLY_CANCELED: _("Of %(number)s were called off: %(pieces)s."),
    OrderEventType.ADDRESS_CHANGED: _("The delivery address was changed."),
    OrderEventType.NOTE_CHANGED: _("The buyer changed the note or the purchase order number."),
    OrderEventType.SELLER_NOTE: _("The seller wrote a note to %(number)s."),
    OrderEventType.RETURN_REQUESTED: _("The return %(subject)s was asked for."),
    OrderEventType.RETURN_APPROVED: _("The return %(subject)s was approved."),
    OrderEventType.RETURN_REJECTED: _("The return %(subject)s was refused."),
    OrderEventType.RETURN_WITHDRAWN: _("The return %(subject)s was taken back: the buyer keeps the goods."),
    OrderEventType.RETURN_LAPSED: _("The return %(subject)s is over: the goods were not sent in time."),
    OrderEventType.RETURN_SENT: _("The goods of the return %(subject)s are on their way back."),
    OrderEventType.RETURN_RECEIVED: _("The goods of the return %(subject)s have arrived."),
    OrderEventType.RETURN_REFUNDED: _("The return %(subject)s is settled with a refund."),
    OrderEventType.RETURN_EXCHANGED: _("The goods in exchange for the return %(subject)s were handed to the carrier."),
    OrderEventType.DISPUTE_OPENED: _("The dispute %(subject)s was opened."),
    OrderEventType.DISPUTE_ANSWERED: _("The seller answered the dispute %(subject)s."),
    OrderEventType.DISPUTE_ESCALATED: _("The marketplace decides the dispute %(subject)s."),
    OrderEventType.DISPUTE_SETTLED: _("Buyer and seller settled the dispute %(subject)s."),
    OrderEventType.DISPUTE_WITHDRAWN: _("The dispute %(subject)s was taken back."),
    OrderEventType.DISPUTE_DECIDED: _("The marketplace decided the dispute %(subject)s."),
    OrderEventType.CHECK_HELD: _("The marketplace checks this order before goods leave. There is nothing to do."),
    OrderEventType.CHECK_CLEARED: _("The marketplace's check is done. The order goes on."),
    OrderEventType.CHECK_CONFIRMED: _("The marketplace has stopped this order."),
}
REFUND_STATUS: Mapping[str, str] = {
    RefundStatus.DUE: _("Will be paid back"),
    RefundStatus.SENT: _("On its way back"),
    RefundStatus.DONE: _("Paid back"),
    RefundStatus.FAILED: _("Could not be paid back yet"),
}
REFUND_REASON: Mapping[str, str] = {
    RefundReason.CANCELED: _("Cancelled"),
    RefundReason.RETURNED: _("Returned"),
    RefundReason.COMPLAINT: _("Not as agreed"),
    RefundReason.DISPUTE: _("Decided in a dispute"),
    RefundReason.PRICE: _("Price lowered"),
    RefundReason.GOODWILL: _("Goodwill"),
    RefundReason.OVERPAID: _("Paid too much"),
    RefundReason.CHARGEBACK: _("Taken back by the buyer's bank"),
    RefundReason.PROVIDER: _("Paid back by the payment provider"),
}
ROLE: Mapping[str, str] = {
    Role.BUYER: _("Buyer"),
    Role.SELLER: _("Seller"),
    Role.STAFF: _("Marketplace staff"),
    Role.SYSTEM: _("Automatic"),
}
PAYMENT_CHARGE_STATUS: Mapping[str, str] = {
    "NOT_CHARGED": _("Not paid yet"),
    "PENDING": _("The amount is reserved."),
    "PARTIALLY_CHARGED": _("Paid in part"),
    "FULLY_CHARGED": _("Paid"),
    "PARTIALLY_REFUNDED": _("Paid back in part"),
    "FULLY_REFUNDED": _("Paid back"),
    "REFUSED": _("The payment failed."),
    "CANCELLED": _("Cancelled"),
}
"""By the word that Saleor's clients know."""
