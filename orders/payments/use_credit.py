"""Pay an order with what its buyer had paid too much for another."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.money import Money, sum_money
from orders.lifecycle.by import By
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.charged import record_charge
from orders.payments.credit import BuyerCredit, lock_credit
from orders.payments.discovery import gateway_of
from orders.payments.instalment import Instalment
from orders.payments.open import NothingToPay, abandon_payment, open_payment
from orders.payments.paid import next_instalment
from orders.payments.pay_back_credit import NoCredit
from orders.payments.payment import OPEN_STATES, Payment
from orders.payments.send_refund import CREDIT
from orders.payments.write_outcome import order_is_alive
from orders.payouts.ledger.account import buyer_credit


def use_credit(*, order_id: UUID, credit_of: UUID, by: By) -> Payment:
    """As much as is kept for ``credit_of`` and owed for the order moves from the one to the other.

    The caller knows that both are the same buyer's. The payment that was open goes on for the rest, if there is one.
    Raises ``NoCredit`` (also for another currency), ``NothingToPay``.
    """
    with transaction.atomic():
        order = lock_order(order_id)
        instalment = next_instalment(order)
        if instalment is None or not order_is_alive(order):
            raise NothingToPay(order.number)
        kept = lock_credit(credit_of)
        if kept is None or kept.currency != order.currency or not kept.available:
            number = Order.objects.values_list("number", flat=True).get(pk=credit_of)
            raise NoCredit(number, Money.zero(order.currency))
        amount = min(kept.available, _owed(order))
        waiting = Payment.objects.filter(instalment=instalment, status__in=OPEN_STATES).first()
        abandon_payment(order, key="credit", instalment=instalment)
        payment = _pay(order, instalment, kept, amount, by)
        rest = next_instalment(order)
        if waiting is not None and rest == instalment:
            open_payment(order, gateway_of(waiting.gateway), now=timezone.now(), instalment=rest)
    return payment


def _owed(order: Order) -> Money:
    return sum_money((row.owed for row in Instalment.objects.filter(order=order)), order.currency)


def _pay(order: Order, instalment: Instalment, kept: BuyerCredit, amount: Money, by: By) -> Payment:
    instalment.refresh_from_db()
    payment = open_payment(order, gateway_of(CREDIT), now=timezone.now(), instalment=instalment)
    payment.amount = amount.amount
    payment.reference = kept.order.number
    payment.save(update_fields=["amount", "reference"])
    kept.used_amount = kept.used_amount + amount.amount
    kept.save(update_fields=["used_amount"])
    source = buyer_credit(kept.order_id)
    record_charge(payment, order=order, amount=amount, reference=kept.order.number, key="credit", by=by, source=source)
    return payment
