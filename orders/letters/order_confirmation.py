"""The confirmation that goes out when an order is placed."""

from collections.abc import Sequence

from i18n.formatting import format_money
from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part, Rows
from orders.events import OrderPlaced
from orders.letters.how_to_pay import how_to_pay
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.payments.gateway import BankTransferInstructions
from orders.payments.payment import Payment
from orders.payments.request import instructions_for


def confirm_order(event: OrderPlaced) -> None:
    """Reaction: tell the buyer what they ordered and, for a bank transfer, where to pay."""
    order = Order.objects.select_related("channel").get(pk=event.order_id)
    lines = list(OrderLine.objects.filter(seller_order__order=order).order_by("id"))
    payment = Payment.objects.filter(order=order).first()
    instructions = instructions_for(payment, order_number=order.number) if payment else None
    send_once(confirmation_of(order, lines, instructions), order=order, kind="ORDER_CONFIRMATION", about=order.pk)


def confirmation_of(order: Order, lines: Sequence[OrderLine], pay: BankTransferInstructions | None) -> Letter:
    language = order.language
    body: list[Part] = [
        gettext(language, "Thank you for your order %(number)s.", number=order.number),
        _lines(lines, language),
        _sums(order),
    ]
    if pay:
        body += how_to_pay(pay, language)
    return Letter(
        subject=gettext(language, "Your order %(number)s", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def _lines(lines: Sequence[OrderLine], language: str) -> Rows:
    return [
        (f"{line.quantity} × {line.product_name}", format_money(line.undiscounted_total, language)) for line in lines
    ]


def _sums(order: Order) -> Rows:
    language = order.language
    discount = order.total.gross - order.subtotal.gross - order.shipping_price.gross
    taken_off = [(gettext(language, "Discount"), format_money(discount, language))] if discount else []
    return [
        (gettext(language, "Goods"), format_money(order.subtotal.gross, language)),
        *taken_off,
        (gettext(language, "Delivery"), format_money(order.shipping_price.gross, language)),
        (gettext(language, "Total"), format_money(order.total.gross, language)),
    ]
