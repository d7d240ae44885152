from typing import Any

import pytest
from django.db import transaction

from i18n.formatting import format_money
from orders.events import OrderPaid, OrderPlaced, SellerOrderCanceled, SellerOrderShipped
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.letters.letter import Letter
from orders.letters.order_canceled import announce_cancellation
from orders.letters.order_confirmation import confirm_order
from orders.letters.order_shipped import announce_shipment
from orders.letters.payment_received import confirm_payment, tell_sellers
from orders.lifecycle.cancel import cancel_seller_order
from orders.models import SentLetter
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order
from tests.factories.sellers import make_member
from tests.posted import posted

pytestmark = pytest.mark.django_db


def html_of(message: Any) -> str:
    ((content, kind),) = message.alternatives
    assert kind == "text/html"
    return str(content)


def test_the_confirmation_goes_out_once_with_what_was_ordered_and_how_to_pay() -> None:
    order = make_order((make_chair(price="120.00"), 2))
    event = OrderPlaced(order_id=str(order.pk))

    confirm_order(event)
    confirm_order(event)

    (message,) = posted()
    assert message.to == ["sanne@example.org"]
    assert order.number in message.subject
    assert "€\xa0240,00" in message.body  # as the Dutch write it
    assert order.payments.get().reference in message.body
    assert f"/nl/eu/orders/{order.pk}?token={order.token}" in message.body
    assert "NL93DEMO0123456789" in html_of(message)


def test_a_paid_order_is_not_told_how_to_pay() -> None:
    order = make_paid_order()
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert "DEMO" not in posted()[0].body


def test_every_shipment_is_announced_once() -> None:
    part = make_packed_order((make_chair(), 2)).seller_orders.get()
    for _ in range(2):
        fulfillment = ship_seller_order(
            seller_order_id=part.pk,
            dispatch=Dispatch("Sample Lines", "SMPL1"),
            by=SELLER,
            quantities={part.lines.get().pk: 1},
        )
        for _again in range(2):
            announce_shipment(SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=fulfillment.pk))
    assert len(posted()) == 2
    assert "SMPL1" in posted()[0].body
    assert "Sample Lines" in html_of(posted()[0])


def test_a_letter_that_was_rolled_back_leaves_no_mark() -> None:
    order = make_order()
    with pytest.raises(OSError, match="power cut"), transaction.atomic():
        confirm_order(OrderPlaced(order_id=str(order.pk)))
        raise OSError("power cut")
    assert not SentLetter.objects.exists()
    assert posted() == []
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert len(posted()) == 1


def test_nothing_is_sent_to_a_buyer_who_was_forgotten() -> None:
    order = make_order()
    type(order).objects.update(email="")
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert posted() == []


def test_a_cancelled_part_is_told_with_its_reason_and_the_money_that_comes_back() -> None:
    part = make_paid_order((make_chair(price="120.00"), 1)).seller_orders.get()
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="De oven is stuk")
    for _ in range(2):
        announce_cancellation(SellerOrderCanceled(seller_order_id=str(part.pk)))
    (message,) = posted()
    assert "De oven is stuk" in message.body
    assert format_money(part.total.gross, "nl") in message.body


def test_an_unpaid_part_promises_no_money() -> None:
    part = make_order((make_chair(price="120.00"), 1)).seller_orders.get()
    cancel_seller_order(seller_order_id=part.pk, by=SELLER, reason="")
    announce_cancellation(SellerOrderCanceled(seller_order_id=str(part.pk)))
    assert format_money(part.total.gross, "nl") not in posted()[0].body


def test_a_payment_is_confirmed_and_every_seller_told_what_to_pack_once() -> None:
    order = make_paid_order((make_chair(), 1), (make_chair(), 2))
    owners = [make_member(part.seller) for part in order.seller_orders.order_by("position")]
    make_member(order.seller_orders.first().seller, "PACKER")  # type: ignore[union-attr]  # it has two
    event = OrderPaid(order_id=str(order.pk))
    for _ in range(2):
        confirm_payment(event)
        tell_sellers(event)
    assert [message.to for message in posted()] == [["sanne@example.org"], *([owner.email] for owner in owners)]
    to_seller = posted()[1].body + html_of(posted()[1])
    assert f"{order.number}-1" in to_seller
    for secret in ("sanne", "Voorbeeld", "+3130", order.token):
        assert secret not in to_seller


def test_words_of_others_cannot_become_markup() -> None:
    letter = Letter("a <b>", "en", ["<script>x</script>", [("<i>", "&")]], "https://example.org/?a=1&b=2", "See")
    html = letter.as_html()
    assert "<script>" not in html
    assert "<i>" not in html
    assert "a=1&amp;b=2" in html
