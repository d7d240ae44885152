"""Orders that are paid through the peer, and the messages about them, as the marketplace hears them."""

from typing import Any

from django.test import Client
from django.utils import timezone

from catalog.models import ProductVariant
from marketplace.events.deliver import deliver_pending
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.order import Order
from orders.models import Payment, SellerOrder
from orders.payments.notices.handle import handle_notices
from orders.payouts.transfers.send import send_transfers
from tests.factories.orders import SELLER, complete, make_ready_checkout
from tests.orders.payments.gateways.stripe.browser import VISA, submit
from tests.peers.stripe import StripePeer

WEBHOOK = "/payments/stripe/webhook"


def place(*wanted: tuple[ProductVariant, int], **data: str) -> Order:
    return complete(make_ready_checkout(*wanted).pk, gateway="stripe", data=data)


def payment_of(order: Order) -> Payment:
    return Payment.objects.filter(order=order).latest("created_at")


def pay_on_the_page(order: Order, number: str = VISA) -> tuple[int, str]:
    return submit(payment_of(order).client_data["redirect_url"], number=number)


def tell(peer: StripePeer, **how: Any) -> list[int]:
    """Post the waiting messages to our address; the statuses that were answered."""
    statuses = []
    for event in peer.webhooks.take(**how):
        body, headers = peer.webhooks.signed(event)
        signature = headers["Stripe-Signature"]
        answer = Client().post(WEBHOOK, body, content_type="application/json", headers={"Stripe-Signature": signature})
        statuses.append(answer.status_code)
    return statuses


def work() -> None:
    """What goes on in the background, until nothing is left to do."""
    while handle_notices() + deliver_pending() + send_transfers(now=timezone.now()):
        pass


def hear(peer: StripePeer, **how: Any) -> None:
    assert set(tell(peer, **how)) <= {200}
    work()


def place_paid(peer: StripePeer, *wanted: tuple[ProductVariant, int]) -> Order:
    order = place(*wanted)
    pay_on_the_page(order)
    hear(peer)
    order.refresh_from_db()
    return order


def ship(part: SellerOrder, quantities: dict[int, int] | None = None) -> None:
    if part.status == "CONFIRMED":
        pack_seller_order(seller_order_id=part.pk, by=SELLER)
    dispatch = Dispatch(carrier="Tàu Sông", tracking_number="TS1")
    ship_seller_order(seller_order_id=part.pk, dispatch=dispatch, by=SELLER, quantities=quantities)
    work()
    part.refresh_from_db()
