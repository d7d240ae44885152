"""Carriers are asked and tell; what one way loses, the other brings."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from logistics.models import CarrierNotice, Shipment, ShipmentAlert
from logistics.shipments.notices.forget import forget_carrier_notices
from logistics.shipments.notices.handle import handle_carrier_notices
from logistics.shipments.polling.pace import next_poll
from logistics.shipments.polling.track_due import track_due_shipments
from tests.factories.carriers import make_carrier_account
from tests.factories.sellers import make_seller
from tests.logistics.shipments.with_ghn import WithGhn, later
from tests.peers.carriers.peer import STARTED, Fault


def push(ghn: WithGhn, number: str, code: str, hours: float, *, forged: bool = False, key: str = "") -> int:
    at = STARTED + timedelta(hours=hours)
    message = ghn.peer.forged(number, code, at) if forged else ghn.peer.webhook(number, code, at)
    return (
        Client()
        .post(
            f"/carriers/ghn/webhooks/{key or ghn.account.key}?secret={message.query['secret']}",
            message.body,
            content_type="application/json",
        )
        .status_code
    )


def codes(shipment: Shipment) -> list[str]:
    return [event.raw_code for event in shipment.events.exclude(raw_code="").order_by("occurred_at", "id")]


def test_polling_adds_what_is_new_and_goes_slower_after_failures(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    assert track_due_shipments(now=timezone.now()) == 0
    for code in ("picked", "transporting", "unheard-of"):
        ghn.peer.move(shipment.tracking_number, code)
    assert track_due_shipments(now=later(hours=7)) == 1
    shipment.refresh_from_db()
    assert (shipment.status, codes(shipment)) == (
        "IN_TRANSIT",
        ["ready_to_pick", "picked", "transporting", "unheard-of"],
    )
    ghn.peer.trouble(Fault.DOWN)
    assert track_due_shipments(now=later(days=1)) == 1
    shipment.refresh_from_db()
    assert shipment.poll_failures == 1
    assert shipment.poll_due_at is not None and shipment.poll_due_at > later(days=1, hours=20)
    ghn.peer.move(shipment.tracking_number, "delivered")
    assert track_due_shipments(now=later(days=3)) == 1
    shipment.refresh_from_db()
    assert shipment.status == "DELIVERED" and not Shipment.objects.exclude(poll_due_at=None).exists()
    assert track_due_shipments(now=later(days=9)) == 0


def test_a_carrier_says_when_it_may_be_asked_again(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    now = timezone.now()
    assert next_poll(shipment, now=now) == now + timedelta(hours=6)
    assert next_poll(shipment, now=now, retry_after=36_000) == now + timedelta(hours=10)
    assert next_poll(shipment, now=now + timedelta(days=200)) is None


def test_pushes_are_stored_once_believed_only_when_signed_and_dealt_with_after(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    number = shipment.tracking_number
    assert push(ghn, number, "delivered", 5, forged=True) == 401
    assert push(ghn, number, "delivered", 5, key="nobodys") == 404
    assert not CarrierNotice.objects.exists()
    # Twice, and out of order: the delivery overtakes the departure.
    assert [
        push(ghn, number, code, hours) for code, hours in (("delivered", 5), ("transporting", 2), ("delivered", 5))
    ] == [200] * 3
    assert CarrierNotice.objects.count() == 2
    shipment.refresh_from_db()
    assert shipment.status == "BOOKED"
    assert handle_carrier_notices(now=timezone.now()) == 2
    shipment.refresh_from_db()
    assert (shipment.status, codes(shipment)) == ("DELIVERED", ["transporting", "delivered"])
    assert shipment.delivered_at == STARTED + timedelta(hours=5)
    assert handle_carrier_notices(now=later(hours=9)) == 0
    assert forget_carrier_notices(now=later(days=31)) == 2


def test_a_push_that_got_lost_is_found_by_the_next_poll_and_one_that_came_is_no_second_event(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    for code in ("picked", "transporting"):
        ghn.peer.move(shipment.tracking_number, code)
    push(ghn, shipment.tracking_number, "picked", 1)
    handle_carrier_notices(now=timezone.now())
    track_due_shipments(now=later(hours=7))
    shipment.refresh_from_db()
    assert (shipment.status, codes(shipment).count("picked"), codes(shipment)[-1]) == ("IN_TRANSIT", 1, "transporting")


def test_nobodys_key_moves_another_sellers_goods(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    other = make_carrier_account("ghn", seller=make_seller(), base_url=ghn.peer.url, settings=ghn.peer.credentials())
    assert push(ghn, shipment.tracking_number, "delivered", 5, key=other.key) == 200
    handle_carrier_notices(now=timezone.now())
    assert Shipment.objects.get().status == "BOOKED"
    notice = CarrierNotice.objects.get()
    assert notice.handled_at is None and notice.error.startswith("no shipment")
    for attempt in range(9):
        handle_carrier_notices(now=later(hours=attempt * 10))
    notice.refresh_from_db()
    assert notice.given_up_at is not None


def test_the_first_message_brings_a_number_that_was_lost(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    Shipment.objects.update(tracking_number="", poll_due_at=None)
    push(ghn, "GHNTEST0001", "picked", 1)
    handle_carrier_notices(now=timezone.now())
    shipment.refresh_from_db()
    assert (shipment.tracking_number, shipment.status) == ("GHNTEST0001", "IN_TRANSIT")
    assert shipment.poll_due_at is not None


def test_trouble_that_a_carrier_tells_of_is_an_alert_once(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    ghn.peer.move(shipment.tracking_number, "delivery_fail")
    for hours in (7, 48):
        track_due_shipments(now=later(hours=hours))
    (alert,) = ShipmentAlert.objects.filter(kind="DELIVERY_FAILED")
    assert alert.shipment_id == shipment.pk and alert.ended_at is None


@pytest.mark.django_db
def test_a_message_that_is_too_long_or_to_nobody_is_not_stored() -> None:
    client = Client()
    long = client.post("/carriers/ghn/webhooks/a-key", b"x" * 300_000, content_type="application/json")
    unknown = client.post("/carriers/manual/webhooks/a-key", b"{}", content_type="application/json")
    assert (long.status_code, unknown.status_code, client.get("/carriers/ghn/webhooks/a").status_code) == (
        413,
        404,
        405,
    )
    assert not CarrierNotice.objects.exists()
