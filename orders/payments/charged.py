"""Money has arrived.

1. Write the charge down, once per key.
2. It pays its own instalment, then those after it, and for the parts of the order in proportion to what each lacks.
3. What is more than the order owes is kept as the buyer's credit.
4. Post it: the provider holds it, for the buyer.
5. What sellers had shipped before they were paid is earned now; the sellers may begin when enough has come.

Example: 100.00 EUR arrive for a deposit of 30.00 of 90.00: 30.00 pay the deposit, 60.00 the balance, 10.00 are credit.
"""

from i18n.money import Money
from marketplace.events.publish import publish
from orders.events import PaymentCharged
from orders.lifecycle.by import SYSTEM, By
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.confirm import confirm_if_paid
from orders.payments.credit import keep_credit
from orders.payments.instalment import Instalment
from orders.payments.open import close_payment, note
from orders.payments.paid import is_paid
from orders.payments.payment import OPEN_STATES, Payment, PaymentStatus
from orders.payments.payment_event import PaymentEventType
from orders.payments.shares import living_parts_of, open_of, share_out
from orders.payouts.ledger.account import AccountName, buyer_credit, buyer_funds, provider_funds
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.settle_part import settle_part


class NotAnAmount(ValueError):
    """A charge is above zero and in the payment's currency."""

    def __init__(self, amount: Money, currency: str) -> None:
        super().__init__(f"{amount} cannot be charged for a payment in {currency}")
        self.amount = amount
        self.currency = currency


def record_charge(
    payment: Payment,
    *,
    order: Order,
    amount: Money,
    reference: str,
    key: str,
    by: By = SYSTEM,
    source: AccountName | None = None,
) -> bool:
    """The buyer paid ``amount``; the caller holds the order's lock. Says whether it was news.

    ``source`` is where the money lies, the gateway's account unless told otherwise. Nothing is ever lost: what nobody
    asked for any more, because the order was given up or paid otherwise, becomes credit.
    """
    if amount.currency != payment.currency or amount.amount <= 0:
        raise NotAnAmount(amount, payment.currency)
    if not note(payment, PaymentEventType.CHARGED, key=key, amount=amount.amount, reference=reference, user=by.user):
        return False
    applied = _pay_instalments(payment, order, amount)
    _pay_parts(order, applied)
    surplus = amount - applied
    if surplus:
        keep_credit(order, surplus)
    _update_payment(payment, amount, reference)
    post(
        TransactionKind.CHARGE,
        key=f"charge:{payment.pk}:{key}"[:160],
        currency=order.currency,
        entries=[
            debit(source or provider_funds(payment.gateway), amount),
            credit(buyer_funds(order.pk), applied),
            credit(buyer_credit(order.pk), surplus),
        ],
        about=About(order=order, payment=payment),
    )
    publish(PaymentCharged(order_id=str(order.pk), payment_id=str(payment.pk), key=key))
    _go_on(order, by)
    return True


def _pay_instalments(payment: Payment, order: Order, amount: Money) -> Money:
    """The payment's own instalment first, then the others in order; gives what was owed of it."""
    left = amount
    rows = list(Instalment.objects.filter(order=order).order_by("position"))
    for row in sorted(rows, key=lambda row: (row.pk != payment.instalment_id, row.position)):
        part = min(left, row.owed)
        if part:
            row.charged_amount = (row.charged + part).amount
            row.save(update_fields=["charged_amount"])
            left = left - part
            if not row.owed and row.pk != payment.instalment_id:
                _close_others(row)
    return amount - left


def _close_others(instalment: Instalment) -> None:
    for other in Payment.objects.filter(instalment=instalment, status__in=OPEN_STATES):
        close_payment(other, key="paid-otherwise")


def _pay_parts(order: Order, amount: Money) -> None:
    if not amount:
        return
    for part, share in share_out(amount, living_parts_of(order), open_of):
        part.charged_amount = part.charged_amount + share.amount
        part.save(update_fields=["charged_amount"])


def _update_payment(payment: Payment, amount: Money, reference: str) -> None:
    instalment = Instalment.objects.get(pk=payment.instalment_id)
    payment.charged_amount = (payment.charged + amount).amount
    payment.authorized_amount = max(payment.authorized - amount, Money.zero(payment.currency)).amount
    payment.reference = payment.reference or reference
    if payment.charged < payment.money and instalment.owed and payment.status != PaymentStatus.FAILED:
        payment.status = PaymentStatus.PARTLY_CHARGED
    else:
        payment.status = PaymentStatus.CHARGED
        payment.authorized_amount = 0
        payment.client_data = {}
        for other in Payment.objects.filter(instalment=instalment, status__in=OPEN_STATES).exclude(pk=payment.pk):
            if not instalment.owed:
                close_payment(other, key="paid-otherwise")
    payment.save()


def _go_on(order: Order, by: By) -> None:
    if not confirm_if_paid(order, by=by):
        record(OrderEventType.PART_PAID if not is_paid(order) else OrderEventType.MORE_PAID, order=order, by=by)
    shipped = (SellerOrderStatus.PACKING, SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED)
    parts = SellerOrder.objects.filter(order=order, status__in=shipped)
    for part in parts.select_related("order").order_by("position"):
        settle_part(part)
