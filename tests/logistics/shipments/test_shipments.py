"""Booking a shipment and following it."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.utils import timezone as django_timezone

from catalog.traceability.active_codes import UnknownTraceCodes
from catalog.traceability.mint_codes import mint_codes
from logistics.carrier import CarrierError
from logistics.carriers.registry import UnknownCarrier
from logistics.consignment import Package
from logistics.models import Document, Parcel, ParcelTraceCode, Shipment, TrackingEvent
from logistics.shipments.create_shipment import BookingRefused, ParcelData
from logistics.shipments.issue_documents import DocumentTerms, documents_of
from logistics.shipments.record_event import EventInFuture, record_event
from marketplace.events.models import OutboxMessage
from tests.factories.logistics import make_consignment, make_shipment
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db


def published(name: str) -> list[dict[str, str]]:
    return list(OutboxMessage.objects.filter(name=name).order_by("created_at").values_list("payload", flat=True))


def test_booking_stores_parcels_history_papers_and_says_so() -> None:
    shipment = make_shipment(reference="BD-2026-000777-1")
    assert shipment.status == "BOOKED"
    assert shipment.booked_at is not None
    assert shipment.consignment == make_consignment()
    assert [(parcel.number, parcel.gross_weight_g) for parcel in shipment.parcels.all()] == [
        (1, 14_200),
        (2, 14_200),
        (3, 6_050),
    ]
    assert [event.status for event in shipment.events.all()] == ["BOOKED"]
    assert published("ShipmentBooked") == [{"shipment_id": str(shipment.pk), "reference": "BD-2026-000777-1"}]
    papers = documents_of([str(shipment.pk)])[str(shipment.pk)]
    assert {(paper.kind, paper.language) for paper in papers} == {("COMMERCIAL_INVOICE", "nl"), ("PACKING_LIST", "nl")}
    assert len(published("DocumentIssued")) == 2


def test_without_packages_there_is_one_parcel_of_the_whole_weight() -> None:
    shipment = make_shipment(consignment=make_consignment(packages=()))
    (parcel,) = shipment.parcels.all()
    assert parcel.gross_weight_g == make_consignment(packages=()).total_gross_weight_g


def test_trace_codes_go_with_their_parcel() -> None:
    lot = make_lot()
    codes = [code.code for code in mint_codes(lot=lot, count=3)]
    shipment = make_shipment(
        seller=lot.variant.product.seller,
        parcels=[ParcelData(9000), ParcelData(8000, 600, 400, 300, (codes[2],))],
        trace_codes=[codes[0].lower(), codes[1]],
    )
    first, second = shipment.parcels.all()
    assert {row.code for row in first.trace_codes.all()} == set(codes[:2])
    assert [row.code for row in second.trace_codes.all()] == [codes[2]]


def test_many_parcels_take_no_more_queries(django_assert_max_num_queries: Any) -> None:
    lot = make_lot()
    codes = [code.code for code in mint_codes(lot=lot, count=200)]
    parcels = [ParcelData(500, trace_codes=(code, code.lower())) for code in codes]
    with django_assert_max_num_queries(42):
        shipment = make_shipment(seller=lot.variant.product.seller, parcels=parcels)
    assert ParcelTraceCode.objects.filter(parcel__shipment=shipment).count() == 200


def test_another_sellers_code_books_nothing() -> None:
    with pytest.raises(UnknownTraceCodes):
        make_shipment(trace_codes=[make_code().code])
    for model in (Shipment, Parcel, ParcelTraceCode, TrackingEvent, Document):
        assert not model.objects.exists()
    assert not published("ShipmentBooked")


def test_an_unknown_carrier_books_nothing() -> None:
    with pytest.raises(UnknownCarrier):
        make_shipment(carrier="../manual")
    assert not Shipment.objects.exists()


@pytest.mark.parametrize("number", ["<b>1234</b>", "-1", "x" * 60, "12345; DROP"])
def test_what_is_no_tracking_number_books_nothing(number: str) -> None:
    with pytest.raises(BookingRefused) as refused:
        make_shipment(tracking_number=number)
    assert isinstance(refused.value.cause, CarrierError) and refused.value.cause.permanent
    assert "tracking_number" in refused.value.message_dict
    assert not Shipment.objects.exists()


def test_the_sellers_own_van_has_no_tracking_number() -> None:
    assert make_shipment(tracking_number=" ", carrier_name="Xe nhà").tracking_number == ""


def test_parcels_are_on_the_packing_list() -> None:
    shipment = make_shipment(consignment=make_consignment(packages=()), parcels=[ParcelData(9_000, 600, 400, 300)])
    assert shipment.consignment.packages == (Package(1, 9_000, 600, 400, 300),)
    packing = Document.objects.get(kind="PACKING_LIST")
    assert packing.content["consignments"][0]["packages"][0]["gross_weight_g"] == 9_000


def test_the_papers_carry_the_terms_of_the_sale() -> None:
    terms = DocumentTerms(order_reference="BD-1", invoice_number="HD 00012", buyer_reference="PO 9")
    shipment = make_shipment(terms=terms)
    invoice = Document.objects.get(kind="COMMERCIAL_INVOICE")
    assert invoice.number == "HD 00012"
    assert invoice.content["buyer_reference"] == "PO 9"
    assert invoice.owner_reference == str(shipment.pk)


def test_the_way_to_the_buyer() -> None:
    shipment = make_shipment()
    start = django_timezone.now() - timedelta(days=9)
    for day, status in enumerate(["IN_TRANSIT", "CUSTOMS", "OUT_FOR_DELIVERY", "DELIVERED"]):
        record_event(shipment=shipment, status=status, occurred_at=start + timedelta(days=day), place="Somewhere")
    assert shipment.status == "DELIVERED"
    assert shipment.shipped_at == start
    assert shipment.delivered_at == start + timedelta(days=3)
    assert [payload["status"] for payload in published("ShipmentStatusChanged")] == [
        "IN_TRANSIT",
        "CUSTOMS",
        "OUT_FOR_DELIVERY",
        "DELIVERED",
    ]
    (delivered,) = published("ShipmentDelivered")
    assert delivered["reference"] == shipment.reference
    assert datetime.fromisoformat(delivered["occurred_at"]) == shipment.delivered_at


def test_the_same_event_twice_changes_nothing() -> None:
    shipment = make_shipment()
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    first = record_event(shipment=shipment, status="DELIVERED", occurred_at=moment, place="Rotterdam")
    saigon = moment.astimezone(timezone(timedelta(hours=7)))
    again = record_event(shipment=shipment, status="DELIVERED", occurred_at=saigon, place=" Rotterdam ")
    assert again.pk == first.pk
    assert shipment.events.count() == 2
    assert len(published("ShipmentDelivered")) == 1


def test_events_out_of_order_are_history_and_no_step_back() -> None:
    shipment = make_shipment()
    late = datetime(2026, 11, 20, tzinfo=UTC)
    record_event(shipment=shipment, status="CUSTOMS", occurred_at=late)
    record_event(shipment=shipment, status="IN_TRANSIT", occurred_at=late - timedelta(days=1))
    assert shipment.status == "CUSTOMS"
    record_event(shipment=shipment, status="DELIVERED", occurred_at=late + timedelta(hours=1))
    for status in ("RETURNED", "CANCELLED", "IN_TRANSIT"):
        record_event(shipment=shipment, status=status, occurred_at=late + timedelta(hours=2))
    assert shipment.status == "DELIVERED"
    assert shipment.events.count() == 7
    assert len(published("ShipmentStatusChanged")) == 2


def test_a_word_without_a_state_is_kept_as_a_note() -> None:
    shipment = make_shipment()
    event = record_event(
        shipment=shipment, status="ARRIVED_AT_HUB_7", occurred_at=datetime(2026, 11, 20, tzinfo=UTC), note="Hub 7"
    )
    assert (event.status, event.raw_code, event.note) == ("", "ARRIVED_AT_HUB_7", "Hub 7")
    assert shipment.status == "BOOKED"
    assert not published("ShipmentStatusChanged")


def test_what_has_not_happened_is_refused() -> None:
    shipment = make_shipment()
    with pytest.raises(EventInFuture):
        record_event(shipment=shipment, status="DELIVERED", occurred_at=django_timezone.now() + timedelta(hours=1))
    assert shipment.events.count() == 1
    shipment.refresh_from_db()
    assert shipment.status == "BOOKED"
