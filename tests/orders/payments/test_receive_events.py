from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import uuid4

import pytest

from marketplace.events.models import OutboxMessage
from orders.payments.chargeback import Chargeback
from orders.payments.gateway_event import (
    AccountUpdated,
    Authorized,
    Charged,
    DisputeClosed,
    DisputeOpened,
    Failed,
    GatewayEvent,
    Refunded,
    RefundFailed,
    TransferReversed,
)
from orders.payments.gateway_notice import GatewayNotice
from orders.payments.owe_refund import owe_refund
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.receive_events import receive_events
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payouts.ledger.account import PROVIDER_FEES, buyer_funds, disputed, provider_funds
from orders.payouts.ledger.balance import balance_of
from tests.orders.payments.conftest import charge, euros, opened, planned
from tests.orders.payments.test_take_off import parts_of

pytestmark = pytest.mark.django_db
CARD = provider_funds("test_card")
NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def payment() -> Payment:
    return opened(planned(), "test_card")


@pytest.fixture
def paid(payment: Payment) -> Payment:
    charge(payment, "100")
    payment.refresh_from_db()
    return payment


def said(kind: type[GatewayEvent], *, event_id: str | None = None, **facts: Any) -> GatewayEvent:
    common = {"event_id": event_id or uuid4().hex, "at": NOW, "reference": "pi_1"}
    return kind(**{**common, **facts})


def hear(*events: GatewayEvent) -> list[str]:
    return [str(result) for result in receive_events(gateway="test_card", events=events)]


def test_a_charge_counts_once_however_often_and_late_it_is_told(payment: Payment) -> None:
    event = said(Charged, event_id="evt_1", payment_id=payment.pk, amount=euros(100))
    another = said(Charged, event_id="evt_2", payment_id=payment.pk, amount=euros(100))
    assert hear(event, event, another) == ["APPLIED", "UNCHANGED", "UNCHANGED"]
    assert balance_of(CARD, "EUR") == euros(100)


def test_part_charges_may_come_in_any_order(payment: Payment) -> None:
    """Each says what was charged so far: the highest is the truth."""
    hear(*(said(Charged, payment_id=payment.pk, amount=euros(amount)) for amount in (70, 30, 100, 70)))
    payment.refresh_from_db()
    assert (payment.status, payment.charged_amount) == (PaymentStatus.CHARGED, 100)
    assert balance_of(buyer_funds(payment.order_id), "EUR") == euros(100)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_disorder_ends_where_order_would(payment: Payment, order: tuple[int, ...]) -> None:
    events = [
        said(Authorized, payment_id=payment.pk, amount=euros(100)),
        said(Charged, payment_id=payment.pk, amount=euros(100)),
        said(Failed, payment_id=payment.pk, code="CARD_DECLINED"),
    ]
    hear(*(events[place] for place in order))
    payment.refresh_from_db()
    assert (payment.status, payment.charged_amount, payment.authorized_amount) == (PaymentStatus.CHARGED, 100, 0)


def test_a_payment_is_found_by_what_the_provider_calls_it(payment: Payment) -> None:
    Payment.objects.update(reference="pi_77")
    assert hear(said(Charged, reference="pi_77", amount=euros(100))) == ["APPLIED"]


def test_what_is_nobodys_here_is_remembered_and_believed_later(payment: Payment) -> None:
    """The message may be faster than our own transaction that stores the payment's reference."""
    event = said(Charged, event_id="evt_1", reference="pi_9", amount=euros(100))
    assert hear(event) == ["UNKNOWN"]
    Payment.objects.update(reference="pi_9")
    assert hear(event) == ["APPLIED"]
    assert GatewayNotice.objects.get().result == "APPLIED"


def test_a_refund_of_ours_is_done_once(paid: Payment) -> None:
    refund = owe_refund(parts_of(paid.order)[0], euros(40), key="a", reason=RefundReason.RETURNED)
    told = [said(Refunded, reference="re_1", payment_id=paid.pk, refund_id=refund.pk, amount=euros(40)) for _ in "12"]
    assert hear(*told) == ["APPLIED", "UNCHANGED"]
    refund.refresh_from_db()
    assert (refund.status, refund.reference) == (RefundStatus.DONE, "re_1")
    assert hear(said(RefundFailed, reference="re_1", payment_reference="pi_1", payment_id=paid.pk)) == ["APPLIED"]
    assert balance_of(CARD, "EUR") == euros(100)


def test_a_refund_made_at_the_provider_counts_for_the_parts() -> None:
    order = planned(("0", "60"), ("0", "30"))
    payment = opened(order, "test_card")
    charge(payment, "90")
    event = said(Refunded, reference="re_9", payment_id=payment.pk, amount=euros("0.50"))
    assert hear(event, said(Refunded, reference="re_9", payment_id=payment.pk, amount=euros("0.50"))) == [
        "APPLIED", "UNCHANGED"]  # fmt: skip
    rows = Refund.objects.order_by("seller_order__position").values_list("amount", "reason", "status")
    assert [(str(amount), reason, status) for amount, reason, status in rows] == [
        ("0.3300", "PROVIDER", "DONE"), ("0.1700", "PROVIDER", "DONE")]  # fmt: skip
    assert balance_of(CARD, "EUR") == euros("89.50")


def dispute(kind: type[GatewayEvent], payment: Payment, **facts: Any) -> GatewayEvent:
    amount = facts.pop("amount", euros(100))
    return said(kind, reference="dp_1", payment_id=payment.pk, amount=amount, reason="fraudulent", **facts)


def test_a_dispute_that_is_won_changes_nothing_in_the_end(paid: Payment) -> None:
    hear(dispute(DisputeOpened, paid, respond_by=NOW + timedelta(days=7)))
    held = [balance_of(name, "EUR") for name in (CARD, disputed(paid.order_id), buyer_funds(paid.order_id))]
    assert held == [euros(0), euros(100), euros(100)]

    hear(dispute(DisputeClosed, paid, won=True), dispute(DisputeClosed, paid, won=True))

    held = [balance_of(name, "EUR") for name in (CARD, disputed(paid.order_id), buyer_funds(paid.order_id))]
    assert held == [euros(100), euros(0), euros(100)]
    assert not Refund.objects.exists()


def test_a_dispute_that_is_lost_is_money_back_whichever_message_comes_first(paid: Payment) -> None:
    hear(dispute(DisputeClosed, paid, won=False), dispute(DisputeOpened, paid))
    assert Chargeback.objects.get().status == "LOST"
    refund = Refund.objects.get()
    assert (refund.amount, refund.reason, refund.status) == (100, "CHARGEBACK", "DONE")
    names = (CARD, disputed(paid.order_id), buyer_funds(paid.order_id), PROVIDER_FEES)
    assert [balance_of(name, "EUR") for name in names] == [euros(0)] * 4


def test_what_had_gone_back_already_is_the_marketplaces_loss(paid: Payment) -> None:
    refund = owe_refund(parts_of(paid.order)[0], euros(40), key="a", reason=RefundReason.RETURNED)
    hear(said(Refunded, reference="re_1", payment_id=paid.pk, refund_id=refund.pk, amount=euros(40)))
    hear(dispute(DisputeOpened, paid), dispute(DisputeClosed, paid, won=False))
    assert balance_of(PROVIDER_FEES, "EUR") == euros(40)
    assert balance_of(buyer_funds(paid.order_id), "EUR") == euros(0)


def test_what_is_about_sellers_accounts_is_passed_on() -> None:
    hear(
        said(AccountUpdated, reference="acct_1", can_receive=True, can_pay_out=False, missing=("iban",)),
        said(TransferReversed, reference="tr_1", amount=euros(5)),
    )
    names = sorted(OutboxMessage.objects.values_list("name", flat=True))
    assert names == ["GatewayAccountUpdated", "GatewayTransferReversed"]
