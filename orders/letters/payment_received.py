"""The letters that go out when money has come: to the buyer, and to the sellers who may begin."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings

from i18n.formatting import format_money
from i18n.messages import gettext
from i18n.money import Money, sum_money
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part, Rows
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import OrderPaid, PaymentCharged
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.letters.still_to_pay import still_to_pay
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.credit import BuyerCredit
from orders.payments.instalment import Instalment, NeededFor
from orders.payments.payment_event import PaymentEvent, PaymentEventType
from orders.stored_money import stored


def confirm_payment(event: OrderPaid) -> None:
    """Reaction: tell the buyer that the sellers begin, and what of the price is still to come."""
    order = Order.objects.select_related("channel").get(pk=event.order_id)
    letter = receipt_of(order, instalments_of(order))
    send_once(letter, order=order, kind="PAYMENT_RECEIVED", about=order.pk)


def confirm_charge(event: PaymentCharged) -> None:
    """Reaction: acknowledge a part or a balance. The charge by which the sellers begin has ``confirm_payment``."""
    order = Order.objects.select_related("channel").get(pk=event.order_id)
    charge = PaymentEvent.objects.filter(payment_id=UUID(event.payment_id), key=event.key).first()
    if charge is None or _is_the_one_that_confirms(order, charge):
        return
    kept = BuyerCredit.objects.filter(order=order).first()
    received = stored(charge.amount, order.currency)
    letter = acknowledgement_of(order, received, instalments_of(order), kept.available if kept else None)
    send_once(letter, order=order, kind="CHARGE_RECEIVED", about=f"{charge.pk}")


def instalments_of(order: Order) -> list[Instalment]:
    return list(Instalment.objects.filter(order=order).order_by("position"))


def _is_the_one_that_confirms(order: Order, charge: PaymentEvent) -> bool:
    """With the charges before it, it made up what is needed to confirm, and without it they did not."""
    instalments = instalments_of(order)
    needed = sum((row.amount for row in instalments if row.needed_for == NeededFor.CONFIRM), start=charge.amount * 0)
    charges = PaymentEvent.objects.filter(payment__order=order, type=PaymentEventType.CHARGED)
    before = sum((each.amount for each in charges if each.pk < charge.pk), start=charge.amount * 0)
    return before < needed <= before + charge.amount


def receipt_of(order: Order, instalments: Sequence[Instalment]) -> Letter:
    language = order.language
    return Letter(
        subject=gettext(language, "Your payment for order %(number)s has arrived", number=order.number),
        language=language,
        body=[
            gettext(language, "Thank you. The sellers now begin to pack your goods."),
            *still_to_pay(instalments, language),
        ],
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def acknowledgement_of(order: Order, received: Money, instalments: Sequence[Instalment], kept: Money | None) -> Letter:
    language = order.language
    paid = sum_money((row.charged for row in instalments), order.currency)
    rows: Rows = [
        (gettext(language, "Received now"), format_money(received, language)),
        (gettext(language, "Paid so far"), format_money(paid, language)),
        (gettext(language, "Total"), format_money(order.total.gross, language)),
    ]
    body: list[Part] = [gettext(language, "Thank you. Money for your order has arrived:"), rows]
    body += still_to_pay(instalments, language)
    if kept:
        amount = format_money(kept, language)
        body.append(gettext(language, "%(amount)s are more than the order costs. We keep them for you.", amount=amount))
    return Letter(
        subject=gettext(language, "Money for your order %(number)s has arrived", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def tell_sellers(event: OrderPaid) -> None:
    """Reaction: tell the owners of every seller what to pack, in their own language, without the buyer's data."""
    parts = SellerOrder.objects.filter(order_id=event.order_id, status=SellerOrderStatus.CONFIRMED)
    for part in parts.select_related("order", "seller").prefetch_related("lines").order_by("position"):
        for owner in owners_of([part.seller_id]):
            about = f"{part.pk.hex}:{owner.pk}"
            letter = packing_request(part, list(part.lines.all()), owner)
            send_once(letter, order=part.order, kind="TO_PACK", about=about, to=owner.email)


def packing_request(part: SellerOrder, lines: Sequence[OrderLine], owner: User) -> Letter:
    language = owner.language
    rows: Rows = [(line.sku, f"{line.quantity} × {line.product_name_source}") for line in lines]
    return Letter(
        subject=gettext(language, "New order %(number)s to pack", number=part.number),
        language=language,
        body=[gettext(language, "Order %(number)s is confirmed. Please pack:", number=part.number), rows],
        link=f"{settings.PUBLIC_URL}/{language}/seller/{part.seller.slug}/orders",
        link_text=gettext(language, "See your orders"),
    )
