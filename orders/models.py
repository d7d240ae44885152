"""The tables of this package; each subject's model stands in a file of its own."""

from orders.allocation.allocation import Allocation
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_delivery import CheckoutDelivery
from orders.checkout.checkout_line import CheckoutLine
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.evidence.evidence_file import EvidenceFile
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentLine
from orders.letters.sent_letter import SentLetter
from orders.lifecycle.number import OrderNumberSeries
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEvent
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.payment import Payment
from orders.payments.payment_event import PaymentEvent
from orders.returns.return_request import ReturnLine, ReturnRequest
from orders.vouchers.voucher import Voucher
from orders.vouchers.voucher_code import VoucherCode
from orders.vouchers.voucher_listing import VoucherListing
from orders.vouchers.voucher_use import VoucherUse

__all__ = [
    "Allocation",
    "Checkout",
    "CheckoutDelivery",
    "CheckoutLine",
    "Dispute",
    "DisputeMessage",
    "EvidenceFile",
    "Fulfillment",
    "FulfillmentLine",
    "Order",
    "OrderEvent",
    "OrderLine",
    "OrderNumberSeries",
    "Payment",
    "PaymentEvent",
    "ReturnLine",
    "ReturnRequest",
    "SellerOrder",
    "SentLetter",
    "Voucher",
    "VoucherCode",
    "VoucherListing",
    "VoucherUse",
]
