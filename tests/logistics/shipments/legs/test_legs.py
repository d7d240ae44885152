"""The way of goods, leg by leg, and when they will be at its end."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from logistics.identifiers.bad_identifier import BadIdentifier
from logistics.models import ArrivalEstimate, Shipment, ShipmentAlert, ShipmentLeg
from logistics.shipments.legs.expected_arrival import expected_arrival
from logistics.shipments.legs.implied_leg import implied_leg
from logistics.shipments.legs.leg_data import BadLeg, LegData, checked_leg
from logistics.shipments.legs.path import path_of
from logistics.shipments.legs.plan_leg import ShipmentOver, add_leg, change_leg, remove_leg
from logistics.shipments.legs.sea_lanes import LANES, POINTS
from logistics.shipments.record_event import EventInFuture, record_event
from tests.factories.logistics import make_shipment


def day(number: int, month: int = 11) -> datetime:
    return datetime(2026, month, number, tzinfo=UTC)


def leg(number: int, departure: datetime | None, arrival: datetime | None, **more: Any) -> ShipmentLeg:
    return ShipmentLeg(number=number, mode="TRUCK", planned_departure=departure, planned_arrival=arrival, **more)


def test_a_late_ship_puts_the_truck_behind_it_off() -> None:
    ship = leg(1, day(10), day(30))
    truck = leg(2, day(1, 12), day(2, 12))
    assert expected_arrival([truck, ship]) == day(2, 12)
    ship.estimated_arrival = day(4, 12)
    assert expected_arrival([ship, truck]) == day(5, 12)
    truck.actual_departure = day(5, 12)
    assert expected_arrival([ship, truck]) == day(2, 12)  # it has left: its own word counts
    truck.actual_arrival = day(6, 12)
    assert expected_arrival([ship, truck]) == day(6, 12)


def test_no_legs_or_no_times_say_nothing() -> None:
    assert expected_arrival([]) is None
    assert expected_arrival([leg(1, day(1), day(2)), leg(2, None, None)]) is None


def test_what_is_typed_is_put_into_its_standard_form() -> None:
    checked = checked_leg(
        LegData(mode="VESSEL", from_code="vn cmt", to_code="NLRTM", to_place=" Maasvlakte ", vessel_imo="IMO 9074729",
                containers=("csqu 305438 3", "CSQU3054383"))
    )  # fmt: skip
    assert (checked.from_place, checked.from_code) == ("Cái Mép (CMIT)", "VNCMT")
    assert (checked.to_place, checked.vessel_imo, checked.containers) == ("Maasvlakte", "9074729", ("CSQU3054383",))


def test_what_cannot_be_a_leg_is_refused_with_its_field() -> None:
    places: dict[str, Any] = {"from_code": "VNCMT", "to_code": "NLRTM"}
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"mode": "PARCEL", **places}, "mode"), ({"mode": "BICYCLE", **places}, "mode"),
        ({"mode": "TRUCK", "to_code": "NLRTM"}, "from_place"),
        ({"mode": "TRUCK", **places, "to_code": "NL1"}, "to_code"),
        ({"mode": "TRUCK", **places, "planned_departure": day(2), "planned_arrival": day(1)}, "planned_arrival"),
        ({"mode": "TRUCK", **places, "containers": ("CSQU3054383",) * 51}, "containers"),
    ]  # fmt: skip
    for values, field in wrong:
        with pytest.raises(BadLeg) as refusal:
            checked_leg(LegData(**values))
        assert refusal.value.field == field, values
    numbers: list[dict[str, Any]] = [{"containers": ("CSQU3054384",)}, {"vessel_imo": "9074728"}]
    for values in numbers:
        with pytest.raises(BadIdentifier):
            checked_leg(LegData(mode="VESSEL", **places, **values))
    with pytest.raises(BadIdentifier):
        checked_leg(LegData(mode="AIR", **places, transport_document="738-12345676"))


@pytest.mark.django_db
def test_legs_keep_their_order_and_say_when_the_goods_arrive() -> None:
    shipment = make_shipment()
    soon = timezone.now().replace(microsecond=0)
    ship = add_leg(shipment=shipment, data=LegData("VESSEL", from_code="VNCMT", to_code="NLRTM",
                   planned_departure=soon + timedelta(days=2), planned_arrival=soon + timedelta(days=30)))  # fmt: skip
    truck = add_leg(shipment=shipment, data=LegData("TRUCK", from_place="Tân Uyên", to_code="VNCMT"), after=0)
    ship.refresh_from_db()
    assert (truck.number, ship.number) == (1, 2)
    shipment.refresh_from_db()
    promised = shipment.promised_delivery
    assert promised is not None and promised == shipment.estimated_delivery
    remove_leg(leg=truck)
    ship.refresh_from_db()
    assert ship.number == 1
    later = LegData("VESSEL", from_code="VNCMT", to_code="NLRTM", planned_departure=ship.planned_departure,
                    planned_arrival=ship.planned_arrival, estimated_arrival=soon + timedelta(days=33),
                    containers=("CSQU3054383",))  # fmt: skip
    ship = change_leg(leg=ship, data=later)
    change_leg(leg=ship, data=later)
    shipment.refresh_from_db()
    assert shipment.estimated_delivery == promised + timedelta(days=3)
    assert [row.source for row in ArrivalEstimate.objects.filter(shipment=shipment)] == ["LEGS", "LEGS"]
    assert [alert.kind for alert in ShipmentAlert.objects.all()] == ["DELAYED"]
    assert shipment.freight_events.count() == 1


@pytest.mark.django_db
def test_a_departure_moves_the_shipment_on_and_cannot_lie_ahead() -> None:
    shipment = make_shipment()
    barge = add_leg(shipment=shipment, data=LegData("BARGE", from_code="VNBDG", to_code="VNCLI"))
    values: dict[str, Any] = {"mode": "BARGE", "from_code": "VNBDG", "to_code": "VNCLI"}
    with pytest.raises(EventInFuture):
        change_leg(leg=barge, data=LegData(**values, actual_departure=timezone.now() + timedelta(days=1)))
    assert Shipment.objects.get().status == "BOOKED"
    change_leg(leg=barge, data=LegData(**values, actual_departure=timezone.now() - timedelta(hours=1)))
    assert Shipment.objects.get().status == "IN_TRANSIT"
    barge.refresh_from_db()
    with pytest.raises(ShipmentOver):
        remove_leg(leg=barge)
    record_event(shipment=shipment, status="DELIVERED", occurred_at=timezone.now())
    with pytest.raises(ShipmentOver):
        add_leg(shipment=shipment, data=LegData("TRUCK", from_code="VNCLI", to_code="VNCMT"))
    assert ShipmentLeg.objects.count() == 1


@pytest.mark.django_db
def test_a_parcel_nobody_planned_has_one_leg_between_the_towns() -> None:
    leg = implied_leg(make_shipment(promised_delivery=date(2026, 12, 24)))
    assert (leg.mode, leg.from_code, leg.to_place, leg.to_code) == ("PARCEL", "VNSGN", "Rotterdam", "NLRTM")


def test_ways_at_sea_go_round_the_land_and_never_jump() -> None:
    cai_mep, rotterdam, seattle = (107.03, 10.54), (4.14, 51.95), (-122.3, 47.6)
    west = path_of("VESSEL", cai_mep, rotterdam)
    assert west[0] == cai_mep and west[-1] == rotterdam
    assert {POINTS["suez"], POINTS["singapore"], POINTS["gibraltar"]} <= set(west)
    east = path_of("VESSEL", cai_mep, seattle)
    assert all(abs(one[0] - other[0]) < 180 for one, other in pairwise(east))
    assert east[-1][0] == pytest.approx(237.7)
    assert len(path_of("BARGE", cai_mep, (106.8, 10.9))) == 2
    assert len(path_of("AIR", cai_mep, rotterdam)) == 25


def test_the_net_of_sea_lanes_is_in_one_piece() -> None:
    named = {name for lane in LANES for name in lane.split()}
    assert named == set(POINTS)
    for name, point in POINTS.items():
        assert path_of("VESSEL", (107.03, 10.54), point)[-2 if name != "vung-tau" else -1][1] <= 60
