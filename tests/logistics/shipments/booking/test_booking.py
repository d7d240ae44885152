"""Announcing shipments to a carrier over real HTTP: once, whatever gets lost on the way."""

import pytest
from django.utils import timezone

from logistics.carrier import AlreadyBooked, CarrierError
from logistics.models import Shipment
from logistics.shipments.booking import book_waiting as verb
from logistics.shipments.booking.book_waiting import book_waiting
from logistics.shipments.booking.cancel_shipment import AlreadyLeft, cancel_shipment
from logistics.shipments.booking.rebook_shipment import rebook_shipment
from logistics.shipments.create_shipment import BookingRefused
from logistics.shipments.labels.open import LabelNotOpened, label_links, open_labels
from logistics.shipments.record_event import record_event
from marketplace.events.models import OutboxMessage
from tests.factories.logistics import make_shipment
from tests.logistics.shipments.with_ghn import WithGhn, later
from tests.peers.carriers.peer import Fault


def published(name: str) -> int:
    return OutboxMessage.objects.filter(name=name).count()


def test_a_carrier_over_the_net_is_asked_after_the_commit_and_its_receipt_written_down(ghn: WithGhn) -> None:
    shipment = ghn.ship()
    assert (shipment.status, shipment.tracking_number, published("ShipmentBooked")) == ("DRAFT", "", 0)
    assert not ghn.peer.asked
    assert book_waiting(now=timezone.now()) == 1 and book_waiting(now=later(hours=2)) == 0
    shipment.refresh_from_db()
    assert (shipment.status, shipment.tracking_number) == ("BOOKED", "GHNTEST0001")
    assert shipment.booking_cost is not None and shipment.booking_currency == "VND"
    assert shipment.account_key == ghn.account.key and shipment.poll_due_at is not None
    assert published("ShipmentBooked") == 1
    assert [row.source for row in shipment.arrival_estimates.all()] == ["CARRIER"]


def test_dying_between_booking_and_writing_down_books_once(ghn: WithGhn, monkeypatch: pytest.MonkeyPatch) -> None:
    shipment = ghn.ship()
    with monkeypatch.context() as dying:
        dying.setattr(verb, "_write_down", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            book_waiting(now=timezone.now())
    assert len(ghn.peer.parcels) == 1
    assert book_waiting(now=later(seconds=20)) == 0
    assert book_waiting(now=later(minutes=1)) == 1
    shipment.refresh_from_db()
    assert (shipment.status, len(ghn.peer.parcels)) == ("BOOKED", 1)
    assert {parcel.key for parcel in ghn.peer.parcels.values()} == {str(shipment.pk)}


def test_a_lost_answer_and_a_carrier_that_is_down_are_tried_again(ghn: WithGhn) -> None:
    shipment = ghn.ship()
    ghn.peer.trouble(Fault.LOST_ANSWER, ghn.peer.booking_path)
    ghn.peer.trouble(Fault.DOWN, ghn.peer.booking_path)
    for hours in (0, 1, 2):
        assert book_waiting(now=later(hours=hours)) == 1
    shipment.refresh_from_db()
    assert (shipment.status, shipment.tracking_number, len(ghn.peer.parcels)) == ("BOOKED", "GHNTEST0001", 1)


def test_what_the_carrier_refuses_waits_for_the_seller_with_its_words(ghn: WithGhn) -> None:
    shipment = ghn.ship()
    ghn.peer.trouble(Fault.BUSINESS_ERROR, ghn.peer.booking_path)
    book_waiting(now=timezone.now())
    shipment.refresh_from_db()
    assert (shipment.status, shipment.booking_refusal, shipment.book_due_at) == ("DRAFT", "Địa chỉ không hợp lệ", None)
    assert published("ShipmentBookingRefused") == 1
    rebook_shipment(shipment=shipment, carrier="ghn", service="2")
    assert shipment.booking_key != str(shipment.pk)
    book_waiting(now=timezone.now())
    shipment.refresh_from_db()
    assert (shipment.status, shipment.booking_refusal) == ("BOOKED", "")


def test_a_booking_without_a_number_is_a_booking(ghn: WithGhn, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(**_: object) -> None:
        raise AlreadyBooked("ghn")

    shipment = ghn.ship()
    monkeypatch.setattr("logistics.carriers.ghn.carrier.carrier.book", lost, raising=False)
    book_waiting(now=timezone.now())
    shipment.refresh_from_db()
    assert (shipment.status, shipment.tracking_number, shipment.poll_due_at) == ("BOOKED", "", None)


def test_changing_the_carrier_calls_the_first_booking_off(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    rebook_shipment(shipment=shipment, carrier="manual", carrier_name="Van of the house", tracking_number="X 1")
    assert (shipment.status, shipment.carrier, shipment.tracking_number) == ("BOOKED", "manual", "X 1")
    assert ghn.peer.parcels["GHNTEST0001"].is_cancelled
    with pytest.raises(BookingRefused):
        rebook_shipment(shipment=shipment, carrier="manual", tracking_number="RR473124828GB")
    assert Shipment.objects.get().tracking_number == "X 1"


def test_a_seller_who_changed_their_mind_while_the_carrier_thought_is_not_booked_twice(ghn: WithGhn) -> None:
    shipment = ghn.ship()
    stale = Shipment.objects.get()
    rebook_shipment(shipment=shipment, carrier="manual", carrier_name="Van", tracking_number="X 1")
    verb._book(stale, timezone.now())
    assert ghn.peer.parcels["GHNTEST0001"].is_cancelled
    assert Shipment.objects.get().tracking_number == "X 1"


def test_cancelling_tells_the_carrier_and_may_begin_anew(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    ghn.peer.trouble(Fault.DOWN)
    with pytest.raises(CarrierError):
        cancel_shipment(shipment=shipment)
    assert Shipment.objects.get().status == "BOOKED"
    cancel_shipment(shipment=shipment, note="Ordered twice")
    assert (shipment.status, shipment.poll_due_at) == ("CANCELLED", None)
    with pytest.raises(AlreadyLeft):
        cancel_shipment(shipment=shipment)
    rebook_shipment(shipment=shipment, carrier="ghn", service="2")
    book_waiting(now=timezone.now())
    shipment.refresh_from_db()
    assert (shipment.status, shipment.tracking_number) == ("BOOKED", "GHNTEST0002")
    record_event(shipment=shipment, status="IN_TRANSIT", occurred_at=timezone.now())
    with pytest.raises(AlreadyLeft):
        cancel_shipment(shipment=shipment)
    with pytest.raises(AlreadyLeft):
        rebook_shipment(shipment=shipment, carrier="manual")


def test_a_typed_number_is_followed_not_booked_and_no_account_is_said_so(ghn: WithGhn) -> None:
    shipment = ghn.ship(tracking_number="GHNTEST0009")
    assert (shipment.status, shipment.booking_key, shipment.account_key) == ("BOOKED", "", ghn.account.key)
    assert shipment.poll_due_at is not None and not ghn.peer.asked
    with pytest.raises(BookingRefused) as refusal:
        make_shipment(carrier="ghn", tracking_number="")
    assert list(refusal.value.message_dict) == ["carrier"]


def test_the_carriers_own_label_is_asked_for_once_and_handed_out_as_a_file(ghn: WithGhn) -> None:
    shipment = ghn.booked()
    ours, zpl, theirs = label_links(shipment, kept=[], now=timezone.now())
    assert [(link.source, link.format) for link in (ours, zpl, theirs)] == [
        ("GS1", "PDF"), ("GS1", "ZPL"), ("CARRIER", "HTML")]  # fmt: skip
    before = len(ghn.peer.asked)
    for _ in range(2):
        name, content, media_type = open_labels(theirs.url.rsplit("/", 1)[1])
    assert (name[-7:], media_type, "Đơn".encode() in content) == ("-1.html", "application/octet-stream", True)
    assert len(ghn.peer.asked) - before == 2  # a token and the page, once
    with pytest.raises(LabelNotOpened):
        open_labels("nonsense")
    with pytest.raises(LabelNotOpened):
        open_labels(label_links(shipment, kept=[], now=later(hours=-2))[0].url.rsplit("/", 1)[1])
