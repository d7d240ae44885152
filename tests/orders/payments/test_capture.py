import pytest

from marketplace.events.models import OutboxMessage
from orders.events import AuthorizationReleased, SellerOrderShipped
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.cancel import cancel_order, cancel_seller_order
from orders.lifecycle.order import Order
from orders.lifecycle.states import OrderStatus
from orders.payments.capture import capture_payment, capture_shipped, release_authorization
from orders.payments.paid import paid_in_full
from orders.payments.payment import Payment, PaymentStatus
from orders.payments.refund import Refund
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import provider_funds
from orders.payouts.ledger.balance import balance_of
from orders.payouts.settle_part import earn_shipped
from tests.factories.orders import BUYER, SELLER, complete, make_chair, make_ready_checkout

pytestmark = pytest.mark.django_db
RESERVED_CARD = {"card_number": "4000 0000 0000 3220"}


@pytest.fixture
def order() -> Order:
    """Two parts, reserved on a card."""
    checkout = make_ready_checkout((make_chair(), 1), (make_chair(), 2))
    return complete(checkout.pk, gateway="test_card", data=RESERVED_CARD)


def send_first(order: Order) -> SellerOrderShipped:
    part = order.seller_orders.order_by("position")[0]
    pack_seller_order(seller_order_id=part.pk, by=SELLER)
    sent = ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch("Sample Lines", "S1"), by=SELLER)
    return SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=sent.pk)


def test_a_reservation_lets_the_sellers_begin_and_charges_nothing(order: Order) -> None:
    payment = order.payments.get()
    assert order.status == OrderStatus.UNFULFILLED
    assert (payment.status, payment.authorized_amount, payment.charged_amount) == ("AUTHORIZED", payment.amount, 0)
    assert paid_in_full([order]) == {order.pk}
    assert not balance_of(provider_funds("test_card"), order.currency)


def test_the_first_goods_that_leave_charge_it_once(order: Order) -> None:
    event = send_first(order)
    for _ in range(2):
        capture_shipped(event)
        earn_shipped(event)
    payment = order.payments.get()
    assert (payment.status, payment.charged_amount, payment.authorized_amount) == ("CHARGED", payment.amount, 0)
    assert balance_of(provider_funds("test_card"), order.currency) == order.total.gross
    earning = Earning.objects.get()
    assert earning.earned == order.seller_orders.order_by("position")[0].total.gross


def test_what_was_called_off_before_is_not_charged(order: Order) -> None:
    second = order.seller_orders.order_by("position")[1]
    cancel_seller_order(seller_order_id=second.pk, by=SELLER, reason="")
    capture_shipped(send_first(order))
    payment = order.payments.get()
    assert payment.charged == order.total.gross - second.total.gross
    assert not Refund.objects.exists()


def test_an_order_that_is_called_off_lets_go_of_the_reservation(order: Order) -> None:
    cancel_order(order_id=order.pk, by=BUYER, reason="")
    payment = order.payments.get()
    assert (payment.status, payment.authorized_amount) == (PaymentStatus.FAILED, 0)
    assert OutboxMessage.objects.filter(name="AuthorizationReleased").count() == 1
    for _ in range(2):
        release_authorization(AuthorizationReleased(payment_id=str(payment.pk)))
    assert payment.events.filter(type="VOIDED").count() == 1
    assert capture_payment(payment_id=payment.pk).charged_amount == 0
    assert not Payment.objects.filter(charged_amount__gt=0).exists()
