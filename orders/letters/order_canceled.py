"""The letter that goes out when a seller's part of an order is cancelled."""

from i18n.formatting import format_money
from i18n.messages import gettext
from i18n.money import Money
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from orders.events import SellerOrderCanceled
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.owe_refund import refunded


def announce_cancellation(event: SellerOrderCanceled) -> None:
    """Reaction: tell the buyer what won't come, why, and that what was paid comes back."""
    part = SellerOrder.objects.select_related("order__channel", "seller").get(pk=event.seller_order_id)
    told = OrderEvent.objects.filter(seller_order=part, type=OrderEventType.CANCELED).first()
    letter = cancellation_of(part, reason=told.reason if told else "", owed=refunded(part))
    send_once(letter, order=part.order, kind="CANCELED", about=part.pk)


def cancellation_of(part: SellerOrder, *, reason: str, owed: Money) -> Letter:
    order, language = part.order, part.order.language
    told = gettext(language, "%(number)s of %(seller)s was cancelled.", number=part.number, seller=part.seller.name)
    body: list[Part] = [told]
    if reason:
        body.append(gettext(language, "The reason given: %(reason)s", reason=reason))
    if order.has_expired:
        body.append(gettext(language, "It was not paid in time."))
    if owed:
        amount = format_money(owed, language)
        body.append(gettext(language, "%(amount)s will be paid back to you.", amount=amount))
    return Letter(
        subject=gettext(language, "About your order %(number)s", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )
