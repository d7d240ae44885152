import pytest

from orders.events import RefundOwed
from orders.payments.credit import BuyerCredit
from orders.payments.owe_refund import owe_refund
from orders.payments.pay_back_credit import NoCredit, pay_back_credit
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.refund import IllegalRefundMove, Refund, RefundReason, RefundStatus
from orders.payments.send_refund import mark_refund_sent, retry_refund, send_refund, settle_refund
from orders.payouts.ledger.account import buyer_credit, buyer_funds, provider_funds
from orders.payouts.ledger.balance import balance_of
from orders.payouts.ledger.transaction import LedgerTransaction
from tests.factories.accounts import make_operator
from tests.orders.payments.conftest import charge, euros, opened, planned
from tests.orders.payments.test_take_off import parts_of

pytestmark = pytest.mark.django_db
BANK = provider_funds("bank_transfer")


@pytest.fixture
def refund() -> Refund:
    order = planned()
    charge(opened(order), "100")
    return owe_refund(parts_of(order)[0], euros(40), key="rma", reason=RefundReason.RETURNED)


def test_money_leaves_when_it_has_left(refund: Refund) -> None:
    settle_refund(refund.pk, RefundStatus.SENT, reference="re_1")
    assert balance_of(BANK, "EUR") == euros(100)
    for _ in range(2):
        settle_refund(refund.pk, RefundStatus.DONE)
    refund.refresh_from_db()
    assert (refund.status, refund.reference) == (RefundStatus.DONE, "re_1")
    assert balance_of(BANK, "EUR") == balance_of(buyer_funds(refund.order_id), "EUR") == euros(60)


def test_what_came_back_after_all_is_still_owed_and_can_be_sent_by_hand(refund: Refund) -> None:
    """Each attempt that succeeds is posted, also the second one."""
    for status in (RefundStatus.DONE, RefundStatus.FAILED):
        settle_refund(refund.pk, status, code="ACCOUNT_CLOSED")
    assert (Payment.objects.get().refunded_amount, balance_of(BANK, "EUR")) == (0, euros(100))

    settle_refund(refund.pk, RefundStatus.DONE, reference="by hand")

    assert (Payment.objects.get().refunded_amount, balance_of(BANK, "EUR")) == (40, euros(60))


def test_what_came_back_is_sent_by_hand_as_another_attempt_and_no_gateway_is_asked(refund: Refund) -> None:
    for status in (RefundStatus.DONE, RefundStatus.FAILED):
        settle_refund(refund.pk, status, code="ACCOUNT_CLOSED")
    mark_refund_sent(seller_order_id=refund.seller_order_id, reference="OUT 9", by=make_operator())
    refund.refresh_from_db()
    assert (refund.status, refund.attempt, refund.reference) == (RefundStatus.DONE, 2, "OUT 9")
    send_refund(RefundOwed(refund_id=str(refund.pk)))
    refund.refresh_from_db()
    assert refund.status == RefundStatus.DONE
    assert (Payment.objects.get().refunded_amount, balance_of(BANK, "EUR")) == (40, euros(60))
    keys = LedgerTransaction.objects.filter(refund=refund).values_list("key", flat=True)
    assert len(set(keys)) == 3, "paid back, come back, paid back again"


def test_what_failed_is_asked_for_again_under_another_key(refund: Refund) -> None:
    first = refund.gateway_key
    settle_refund(refund.pk, RefundStatus.FAILED, code="ACCOUNT_CLOSED")
    again = retry_refund(refund_id=refund.pk)
    assert (again.status, again.gateway_key != first) == (RefundStatus.DUE, True)


def test_only_what_failed_is_asked_for_again(refund: Refund) -> None:
    with pytest.raises(IllegalRefundMove):
        retry_refund(refund_id=refund.pk)


def test_a_payment_that_went_back_whole_says_so(refund: Refund) -> None:
    rest = owe_refund(parts_of(refund.order)[0], euros(60), key="rest", reason=RefundReason.GOODWILL)
    for each in (refund, rest):
        settle_refund(each.pk, RefundStatus.DONE)
    assert Payment.objects.get().status == PaymentStatus.REFUNDED
    assert balance_of(BANK, "EUR") == euros(0)


def test_credit_goes_back_once() -> None:
    order = planned()
    charge(opened(order), "125")
    (refund,) = pay_back_credit(order_id=order.pk)
    assert (refund.amount, refund.seller_order, refund.reason) == (25, None, RefundReason.OVERPAID)
    with pytest.raises(NoCredit):
        pay_back_credit(order_id=order.pk)
    assert balance_of(buyer_credit(order.pk), "EUR") == euros(25)

    settle_refund(refund.pk, RefundStatus.DONE)

    assert balance_of(buyer_credit(order.pk), "EUR") == euros(0)
    assert balance_of(buyer_funds(order.pk), "EUR") == euros(100)
    assert not BuyerCredit.objects.get().available
