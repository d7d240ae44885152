"""Reminders of balances and net days: when their condition is met, shortly before their day, and after it."""

from datetime import datetime, timedelta

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.parts import Part
from orders.letters.how_to_pay import how_to_pay
from orders.letters.once import send_once
from orders.letters.order_link import order_link
from orders.letters.still_to_pay import still_to_pay
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import OrderStatus, SellerOrderStatus
from orders.payments.discovery import gateway_of
from orders.payments.gateway import BankTransferInstructions, PaymentRequest
from orders.payments.instalment import Instalment, InstalmentKind, NeededFor
from orders.payments.payment import Payment

BEFORE = timedelta(days=3)
_OVER = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
_PACKED = (SellerOrderStatus.PACKING, SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED)
_LEFT = (SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED)
STAGES = {
    "READY": _("Your goods are being packed. They are shipped when the balance has arrived."),
    "DOCUMENTS": _("Your goods have left. You get the shipping documents when the balance has arrived."),
    "SOON": _("A payment for your order falls due soon."),
    "LATE": _("A payment for your order is overdue."),
}


def remind_of_balances(now: datetime) -> int:
    """One letter per instalment and stage; returns how many were posted. Run periodically."""
    waiting = Instalment.objects.filter(kind__in=[InstalmentKind.BALANCE, InstalmentKind.NET])
    waiting = waiting.exclude(order__status__in=_OVER).select_related("order__channel").order_by("pk")
    return sum(_remind(instalment, now) for instalment in waiting.iterator() if instalment.owed)


def _remind(instalment: Instalment, now: datetime) -> bool:
    stage = _stage(instalment, now)
    if stage is None:
        return False
    letter = reminder_of(instalment, stage, _instructions(instalment, now))
    return send_once(letter, order=instalment.order, kind="BALANCE_DUE", about=f"{instalment.pk}:{stage}")


def _stage(instalment: Instalment, now: datetime) -> str | None:
    due = instalment.due_at
    if due is not None:
        return "LATE" if due <= now else "SOON" if due - BEFORE <= now else None
    parts = SellerOrder.objects.filter(order_id=instalment.order_id)
    if instalment.needed_for == NeededFor.SHIP and parts.filter(status__in=_PACKED).exists():
        return "READY"
    if instalment.needed_for == NeededFor.DOCUMENTS and parts.filter(status__in=_LEFT).exists():
        return "DOCUMENTS"
    return None


def _instructions(instalment: Instalment, now: datetime) -> BankTransferInstructions | None:
    """Where the buyer paid the first instalment, if that was by transfer."""
    payment = Payment.objects.filter(order_id=instalment.order_id).first()
    if payment is None:
        return None
    due = (instalment.due_at or now + timedelta(days=7)).date()
    request = PaymentRequest(payment.pk, instalment.order.number, instalment.owed, due, instalment.order_id)
    return gateway_of(payment.gateway).instructions(request)


def reminder_of(instalment: Instalment, stage: str, pay: BankTransferInstructions | None) -> Letter:
    order = instalment.order
    language = order.language
    body: list[Part] = [gettext(language, STAGES[stage])]
    body += how_to_pay(pay, language) if pay else still_to_pay([instalment], language)
    return Letter(
        subject=gettext(language, "A payment for your order %(number)s", number=order.number),
        language=language,
        body=body,
        link=order_link(order),
        link_text=gettext(language, "See your order"),
    )
