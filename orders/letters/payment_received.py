"""The letters that go out when an order is paid: to its buyer, and to the sellers who may begin."""

from django.conf import settings

from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Rows
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import OrderPaid
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus


def confirm_payment(event: OrderPaid) -> None:
    """Reaction: tell the buyer that the money has arrived."""
    order = Order.objects.select_related("channel").get(pk=event.order_id)
    send_once(receipt_of(order), order=order, kind="PAYMENT_RECEIVED", about=order.pk)


def receipt_of(order: Order) -> Letter:
    language = order.language
    return Letter(
        subject=gettext(language, "Your payment for order %(number)s has arrived", number=order.number),
        language=language,
        body=[gettext(language, "Thank you. The sellers now begin to pack your goods.")],
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def tell_sellers(event: OrderPaid) -> None:
    """Reaction: tell the owners of every seller what to pack, in their own language, without the buyer's data."""
    parts = SellerOrder.objects.filter(order_id=event.order_id, status=SellerOrderStatus.CONFIRMED)
    for part in parts.select_related("order", "seller").order_by("position"):
        for owner in owners_of([part.seller_id]):
            about = f"{part.pk.hex}:{owner.pk}"
            send_once(packing_request(part, owner), order=part.order, kind="TO_PACK", about=about, to=owner.email)


def packing_request(part: SellerOrder, owner: User) -> Letter:
    language = owner.language
    lines: Rows = [(line.sku, f"{line.quantity} × {line.product_name_source}") for line in part.lines.all()]
    return Letter(
        subject=gettext(language, "New order %(number)s to pack", number=part.number),
        language=language,
        body=[gettext(language, "Order %(number)s is paid. Please pack:", number=part.number), lines],
        link=f"{settings.PUBLIC_URL}/{language}/seller/orders",
        link_text=gettext(language, "See your orders"),
    )
