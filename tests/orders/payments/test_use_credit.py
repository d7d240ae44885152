import pytest

from orders.events import RefundOwed
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus, SellerOrderStatus
from orders.payments.credit import BuyerCredit
from orders.payments.open import NothingToPay
from orders.payments.owe_refund import owe_refund
from orders.payments.pay_back_credit import NoCredit
from orders.payments.payment import PaymentStatus
from orders.payments.refund import RefundReason
from orders.payments.send_refund import send_refund
from orders.payments.use_credit import use_credit
from orders.payouts.ledger.account import buyer_credit, buyer_funds, provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.orders.payments.conftest import charge, euros, opened, planned
from tests.orders.payments.test_take_off import parts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def overpaid() -> Order:
    order = planned()
    charge(opened(order), "130")
    return order


def test_it_pays_a_part_and_the_open_payment_asks_for_the_rest(overpaid: Order) -> None:
    order = planned()
    opened(order)

    payment = use_credit(order_id=order.pk, credit_of=overpaid.pk, by=SYSTEM)

    assert (payment.status, payment.charged_amount) == (PaymentStatus.CHARGED, 30)
    rest = order.payments.get(status=PaymentStatus.PENDING)
    assert (rest.gateway, rest.amount) == ("bank_transfer", 70)
    assert not BuyerCredit.objects.get().available
    held = [balance_of(name, "EUR") for name in (buyer_credit(overpaid.pk), buyer_funds(order.pk))]
    assert held == [euros(0), euros(30)]
    assert balance_of(provider_funds("bank_transfer"), "EUR") == euros(130)


def test_it_pays_no_more_than_is_owed_and_confirms(overpaid: Order) -> None:
    order = planned(("0", "12"))
    use_credit(order_id=order.pk, credit_of=overpaid.pk, by=SYSTEM)
    order.refresh_from_db()
    assert (order.status, parts_of(order)[0].status) == (OrderStatus.UNFULFILLED, SellerOrderStatus.CONFIRMED)
    assert BuyerCredit.objects.get().available == euros(18)


def test_what_it_paid_goes_back_to_it(overpaid: Order) -> None:
    order = planned(("0", "12"))
    use_credit(order_id=order.pk, credit_of=overpaid.pk, by=SYSTEM)
    refund = owe_refund(parts_of(order)[0], euros(5), key="a", reason=RefundReason.GOODWILL)
    for _ in range(2):
        send_refund(RefundOwed(refund_id=str(refund.pk)))
    assert BuyerCredit.objects.get().available == balance_of(buyer_credit(overpaid.pk), "EUR") == euros(23)


def test_there_is_nothing_to_use_or_to_pay(overpaid: Order) -> None:
    with pytest.raises(NoCredit):
        use_credit(order_id=planned().pk, credit_of=planned().pk, by=SYSTEM)
    with pytest.raises(NothingToPay):
        use_credit(order_id=overpaid.pk, credit_of=overpaid.pk, by=SYSTEM)
    assert BuyerCredit.objects.get().available == euros(30)
