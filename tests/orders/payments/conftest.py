"""Bare orders that are planned, and charges for them: sums without baskets."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from uuid import uuid4

from django.utils import timezone

from i18n.money import Money
from orders.lifecycle.order import Order
from orders.payments.charged import record_charge
from orders.payments.confirm import confirm_if_paid
from orders.payments.discovery import installed_gateways
from orders.payments.instalment import InstalmentTerm
from orders.payments.open import open_payment
from orders.payments.payment import Payment
from orders.payments.plan import full_payment, plan_payment
from tests.factories.channels import make_channel
from tests.factories.money import Line, make_bare_order
from tests.factories.sellers import make_seller

Terms = Callable[[Order], Sequence[InstalmentTerm]]


def euros(amount: str | int) -> Money:
    return Money(Decimal(amount), "EUR")


def planned(*parts: tuple[str, str], terms: Terms = full_payment) -> Order:
    """An order of one part per ``(freight, goods)``, each of a seller of its own."""
    rows = [(make_seller(), euros(freight), [Line(10, euros(goods))]) for freight, goods in parts or (("20", "80"),)]
    order = make_bare_order(make_channel("eu"), "EUR", *rows)
    plan_payment(order, terms(order))
    confirm_if_paid(order)
    return order


def opened(order: Order, gateway: str = "bank_transfer") -> Payment:
    return open_payment(order, installed_gateways()[gateway], now=timezone.now())


def charge(payment: Payment, amount: str, *, key: str | None = None) -> bool:
    order = Order.objects.get(pk=payment.order_id)
    return record_charge(payment, order=order, amount=euros(amount), reference="r", key=key or uuid4().hex)
