"""Shipments of which too little is heard, or that should be there already."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from logistics.models import Shipment, ShipmentAlert
from logistics.shipments.alerts.letter import mail_refused_booking, mail_trouble
from logistics.shipments.alerts.watch import watch_shipments
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.arrival.estimate_arrival import estimate_arrival
from logistics.shipments.events import ShipmentAlertRaised, ShipmentBookingRefused
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.record_event import record_event
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.sellers.member import MemberRole
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def open_alerts(shipment: Shipment) -> list[str]:
    return sorted(shipment.alerts.filter(ended_at=None).values_list("kind", flat=True))


def test_silence_is_told_once_sooner_on_the_road_than_at_sea_and_ends_with_news() -> None:
    parcel, ship, done = make_shipment(), make_shipment(), make_shipment()
    add_leg(shipment=ship, data=LegData("VESSEL", from_code="VNCMT", to_code="NLRTM"))
    record_event(shipment=done, status="DELIVERED", occurred_at=timezone.now())
    now = timezone.now()
    assert watch_shipments(now=now + 6 * DAY) == 0
    assert watch_shipments(now=now + 8 * DAY) == 1 and watch_shipments(now=now + 9 * DAY) == 0
    assert (open_alerts(parcel), open_alerts(ship)) == (["NO_NEWS"], [])
    assert watch_shipments(now=now + 15 * DAY) == 1
    record_event(shipment=parcel, status="IN_TRANSIT", occurred_at=timezone.now())
    assert (open_alerts(parcel), open_alerts(ship), open_alerts(done)) == ([], ["NO_NEWS"], [])
    assert ShipmentAlert.objects.count() == 2


def test_a_day_that_passes_is_a_delay_and_a_day_within_the_promise_ends_it() -> None:
    shipment = make_shipment(promised_delivery=date(2030, 1, 10))
    for day in (10, 12, 12, 14):
        estimate_arrival(shipment=shipment, expected_on=date(2030, 1, day), source=EstimateSource.CARRIER)
    assert [row.expected_on.day for row in shipment.arrival_estimates.all()] == [10, 12, 14]
    assert [alert.fact for alert in shipment.alerts.order_by("pk")] == ["expected 2030-01-12", "expected 2030-01-14"]
    estimate_arrival(shipment=shipment, expected_on=date(2030, 1, 9), source=EstimateSource.SELLER)
    assert open_alerts(shipment) == []
    Shipment.objects.update(estimated_delivery=timezone.now().date() - 2 * DAY)
    for _ in range(2):
        watch_shipments(now=timezone.now())
    assert open_alerts(shipment) == ["DELAYED"]
    record_event(shipment=shipment, status="DELIVERED", occurred_at=timezone.now())
    assert open_alerts(shipment) == []


def test_customs_and_failed_deliveries_begin_and_end_with_events() -> None:
    shipment, now = make_shipment(), timezone.now()
    record_event(shipment=shipment, status="CUSTOMS", trouble="CUSTOMS_HOLD", occurred_at=now, note="X-ray")
    record_event(shipment=shipment, status="CUSTOMS", trouble="CUSTOMS_HOLD", occurred_at=now, note="X-ray")
    assert open_alerts(shipment) == ["CUSTOMS_HOLD"]
    record_event(shipment=shipment, status="", trouble="CUSTOMS_RELEASED", occurred_at=now)
    assert open_alerts(shipment) == []
    record_event(shipment=shipment, status="FAILED", occurred_at=now)
    assert open_alerts(shipment) == ["DELIVERY_FAILED"]


def test_the_sellers_owners_are_written_to_unless_it_is_over() -> None:
    seller = make_seller()
    owner = make_member(seller, MemberRole.OWNER)
    make_member(seller, MemberRole.PACKER)
    shipment = make_shipment(seller)
    record_event(shipment=shipment, status="FAILED", occurred_at=timezone.now())
    alert = shipment.alerts.get()
    event = ShipmentAlertRaised(alert.pk, str(shipment.pk), shipment.reference, alert.kind)
    mail_trouble(event)
    letters = OutgoingLetter.objects.filter(kind="SHIPMENT_TROUBLE")
    assert owner.email in {letter.recipient for letter in letters}
    assert shipment.reference in letters[0].subject and len(letters) == letters.values("recipient").distinct().count()
    ShipmentAlert.objects.update(ended_at=timezone.now())
    mail_trouble(event)
    assert OutgoingLetter.objects.filter(kind="SHIPMENT_TROUBLE").count() == len(letters)
    refused = ShipmentBookingRefused(str(shipment.pk), shipment.reference)
    mail_refused_booking(refused)
    Shipment.objects.update(booking_refusal="Địa chỉ không hợp lệ")
    mail_refused_booking(refused)
    assert "Địa chỉ không hợp lệ" in OutgoingLetter.objects.filter(kind="SHIPMENT_NOT_BOOKED")[0].text
