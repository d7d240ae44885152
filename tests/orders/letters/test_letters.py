from typing import Any

import pytest
from django.core import mail

from orders.events import OrderPlaced, SellerOrderShipped
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.letters.letter import Letter
from orders.letters.order_confirmation import confirm_order
from orders.letters.order_shipped import announce_shipment
from orders.models import SentLetter
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order

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

    (message,) = mail.outbox
    assert message.to == ["sanne@example.org"]
    assert order.number in message.subject
    assert "€\xa0240,00" in message.body  # as the Dutch write it
    assert order.payments.get().reference in message.body
    assert f"/nl/eu/orders/{order.pk}?token={order.token}" in message.body
    assert "NL93DEMO0123456789" in html_of(message)


def test_a_paid_order_is_not_told_how_to_pay() -> None:
    order = make_paid_order()
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert "DEMO" not in mail.outbox[0].body


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
    assert len(mail.outbox) == 2
    assert "SMPL1" in mail.outbox[0].body
    assert "Sample Lines" in html_of(mail.outbox[0])


def test_a_mail_server_that_fails_leaves_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    order = make_order()

    def fail(*_args: object, **_options: object) -> None:
        raise OSError("the mail server is away")

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMultiAlternatives.send", fail)
        with pytest.raises(OSError, match="away"):
            confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert not SentLetter.objects.exists()
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert len(mail.outbox) == 1


def test_nothing_is_sent_to_a_buyer_who_was_forgotten() -> None:
    order = make_order()
    type(order).objects.update(email="")
    confirm_order(OrderPlaced(order_id=str(order.pk)))
    assert mail.outbox == []


def test_words_of_others_cannot_become_markup() -> None:
    letter = Letter("a <b>", "en", ["<script>x</script>", [("<i>", "&")]], "https://example.org/?a=1&b=2", "See")
    html = letter.as_html()
    assert "<script>" not in html
    assert "<i>" not in html
    assert "a=1&amp;b=2" in html
