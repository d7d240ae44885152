"""Shipments at the desk: the list, the way leg by leg, what lines tell, changing the carrier, and the settings."""

from datetime import timedelta
from urllib.parse import unquote

from django.utils import timezone

from logistics.models import FreightSubscription, Shipment, ShipmentAlert, ShipmentLeg, SsccRange
from logistics.shipments.record_event import record_event
from marketplace.graphql import to_global_id
from tests.factories.logistics import make_shipment
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def in_days(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d")


SEA = {"mode": "VESSEL", "fromCode": "VNCMT", "toCode": "NLRTM", "vesselName": "Example Star",
       "plannedDeparture": f"{in_days(2)}T08:00", "plannedArrival": f"{in_days(30)}T08:00",
       "containers": "CSQU3054383"}  # fmt: skip


def at(shipment: Shipment) -> str:
    return f"shipments/{to_global_id('Shipment', shipment.pk)}"


def test_the_list_finds_by_state_trouble_and_number(desk: Desk, packer: Person) -> None:
    calm, late = (make_shipment(desk.cast.woodworks.seller) for _ in range(2))
    record_event(shipment=late, status="FAILED", occurred_at=timezone.now())
    html = packer.see("shipments")
    assert calm.reference in html and late.reference in html and "Could not be delivered" in html
    only = packer.see("shipments?state=TROUBLE")
    assert late.reference in only and calm.reference not in only
    assert calm.reference not in packer.see("shipments?state=FAILED")
    assert "No shipment fits" in packer.see("shipments?q=999999")
    assert late.reference in packer.see("")  # today


def test_a_way_is_planned_travelled_and_drawn(desk: Desk, packer: Person) -> None:
    shipment = make_shipment(desk.cast.woodworks.seller)
    page = at(shipment)
    assert 'class="way ahead parcel"' in packer.see(page)
    assert packer.done(page, "add_leg", **SEA)
    refused = packer.refused(page, "add_leg", **{**SEA, "containers": "CSQU3054384"})
    assert "its check digit does not fit" in refused and "CSQU3054384" in refused
    html = packer.see(page)
    assert "Example Star" in html and 'class="way ahead vessel"' in html
    leg = to_global_id("ShipmentLeg", ShipmentLeg.objects.get().pk)
    left = (timezone.now() - timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M")
    assert packer.done(page, "change_leg", leg=leg, **{**SEA, "actualDeparture": left})
    assert 'class="way now vessel"' in packer.see(page)
    assert "the leg has begun" in packer.refused(page, "remove_leg", leg=leg)
    told = {"event": "EQUIPMENT CUSI", "classifier": "ACT", "occurredAt": left, "placeCode": "VNCMT"}
    assert packer.done(page, "freight", **told)
    html = packer.see(page)
    assert "Held by customs" in html
    assert packer.done(page, "settle", alert=to_global_id("ShipmentAlert", ShipmentAlert.objects.get().pk))
    assert packer.done(page, "track", status="OUT_FOR_DELIVERY", occurredAt=left, place="Rotterdam")
    assert packer.done(page, "expect", expectedOn=in_days(60), note="Storm")
    html = packer.see(page)
    assert "Storm" in html and "Later than expected" in html
    shipment.refresh_from_db()
    assert shipment.status == "OUT_FOR_DELIVERY"


def test_the_carrier_is_changed_or_called_off_before_the_goods_leave(desk: Desk, packer: Person) -> None:
    shipment = make_shipment(desk.cast.woodworks.seller)
    page = at(shipment)
    assert packer.done(page, "rebook", carrier="Van of the house", trackingNumber="V-1")
    assert "Van of the house" in packer.see(page)
    assert packer.done(page, "cancel", reason="Not today")
    assert "Not today" in packer.see(page)
    assert packer.done(page, "rebook", carrier="Van of the house")
    record_event(shipment=shipment, status="IN_TRANSIT", occurred_at=timezone.now())
    assert "has the goods already" in packer.refused(page, "cancel")


def test_another_sellers_shipment_is_not_there(desk: Desk, packer: Person) -> None:
    foreign = make_shipment(desk.cast.pottery.seller)
    assert packer.get(packer.base + at(foreign)).status_code == 404
    assert packer.send(at(foreign), "cancel").status_code in (404, 422)
    foreign.refresh_from_db()
    assert foreign.status == "BOOKED"


def test_numbers_and_lines_are_for_managers(desk: Desk, owner: Person, packer: Person) -> None:
    assert packer.get(packer.base + "shipments/settings").status_code == 403
    assert "is not a company" in owner.refused("shipments/settings", "prefix", prefix="12")
    assert owner.done("shipments/settings", "prefix", prefix="893 8501")
    assert SsccRange.objects.get(ended_at=None).prefix == "8938501"
    html = owner.send("shipments/settings", "subscribe", carrierName="Example Line").content.decode()
    row = FreightSubscription.objects.get()
    assert f"/carriers/dcsa/webhooks/{row.key}" in html and row.secret.open() in html
    assert row.secret.open() not in owner.see("shipments/settings")
    assert owner.done("shipments/settings", "end", subscription=to_global_id("FreightSubscription", row.pk))
    assert row.key not in unquote(owner.see("shipments/settings"))
