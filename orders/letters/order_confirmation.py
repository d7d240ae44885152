"""The confirmation that goes out when an order is placed."""

from i18n.formatting import format_date, format_money
from i18n.messages import gettext
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part, Rows
from orders.events import OrderPlaced
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
    send_once(confirmation_of(order), order=order, kind="ORDER_CONFIRMATION", about=order.pk)


def confirmation_of(order: Order) -> Letter:
    language = order.language
    body: list[Part] = [
        gettext(language, "Thank you for your order %(number)s.", number=order.number),
        _lines(order),
        _sums(order),
    ]
    payment = Payment.objects.filter(order=order).first()
    instructions = instructions_for(payment, order_number=order.number) if payment else None
    if instructions:
        body += _how_to_pay(instructions, language)
    return Letter(
        subject=gettext(language, "Your order %(number)s", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )


def _lines(order: Order) -> Rows:
    lines = OrderLine.objects.filter(seller_order__order=order).order_by("id")
    return [
        (f"{line.quantity} × {line.product_name}", format_money(line.total_price.gross, order.language))
        for line in lines
    ]


def _sums(order: Order) -> Rows:
    language = order.language
    return [
        (gettext(language, "Goods"), format_money(order.subtotal.gross, language)),
        (gettext(language, "Delivery"), format_money(order.shipping_price.gross, language)),
        (gettext(language, "Total"), format_money(order.total.gross, language)),
    ]


def _how_to_pay(pay: BankTransferInstructions, language: str) -> list[Part]:
    rows = [
        (gettext(language, "Amount"), format_money(pay.amount, language)),
        (gettext(language, "Account holder"), pay.account_holder),
        (gettext(language, "Account number"), pay.account_number),
        (gettext(language, "Bank"), pay.bank_name),
        (gettext(language, "BIC"), pay.bic),
        (gettext(language, "Payment reference"), pay.reference),
        (gettext(language, "Pay by"), format_date(pay.due_on, language)),
    ]
    words: list[Part] = [gettext(language, "Please transfer the amount with the payment reference:"), rows]
    if pay.is_demonstration:
        words.append(gettext(language, "This is a demonstration: the account does not exist. Do not pay."))
    return words
