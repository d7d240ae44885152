"""A pallet of furniture on its long way to the Netherlands: truck, river barge, ship, and a truck at the end."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from catalog.products.product import Product
from catalog.traceability.lot import Lot
from logistics.shipments.arrival.estimate import EstimateSource
from logistics.shipments.freight.read_dcsa import read_dcsa
from logistics.shipments.freight.record_freight_event import record_freight_event
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.shipment import Shipment
from marketplace.demo.orders import UTRECHT, DemoOrder, handle_part, place_order
from marketplace.demo.past import move_to_the_past
from marketplace.demo.people import People
from orders.lifecycle.seller_order import SellerOrder

ORDER = DemoOrder("eu", "nl", UTRECHT, (("ghe-lung-nan", 24),), by_account=True, days_ago=16)
CONTAINER = "BDMU1002004"
LINE, BOOKING, VOYAGE = "Demo Ocean Line", "DEMO-4711", "047W"


def send_freight(products: dict[str, Product], lots: dict[str, Lot], people: People) -> int:
    """One order, by sea; returns how many were sent."""
    order = place_order(ORDER, products, people)
    now = timezone.now()
    shipments = [handle_part(part, "booked", lots) for part in SellerOrder.objects.filter(order=order)]
    sent = [shipment for shipment in shipments if shipment is not None]
    move_to_the_past(order, sent, placed=now - timedelta(days=ORDER.days_ago), now=now)
    for shipment in sent:
        for leg in _legs(now):
            add_leg(shipment=shipment, data=leg)
        _told_by_the_line(shipment, now)
    return len(sent)


def _legs(now: datetime) -> list[LegData]:
    def days(number: float) -> datetime:
        return now + timedelta(days=number)

    containers = (CONTAINER,)
    return [
        LegData("TRUCK", from_place="Tân Uyên", from_code="VNBDU", to_code="VNBDG", carrier_name="Xe Tải Minh Họa",
                planned_departure=days(-6.9), actual_departure=days(-6.9), actual_arrival=days(-6.8)),
        LegData("BARGE", from_code="VNBDG", to_code="VNCMT", carrier_name="Sà Lan Minh Họa", containers=containers,
                planned_departure=days(-6), actual_departure=days(-5.9), actual_arrival=days(-5.3)),
        LegData("VESSEL", from_code="VNCMT", to_code="NLRTM", carrier_name=LINE, reference=BOOKING, voyage=VOYAGE,
                vessel_name="Demo Star", containers=containers, planned_departure=days(-4), planned_arrival=days(27)),
        LegData("TRUCK", from_code="NLRTM", to_place="Utrecht", to_code="NLUTC", carrier_name="Demo Wegvervoer",
                planned_departure=days(29), planned_arrival=days(29.3)),
    ]  # fmt: skip


def _told_by_the_line(shipment: Shipment, now: datetime) -> None:
    """Loaded and sailed; and the arrival is now expected some days later."""
    loaded = {"eventType": "EQUIPMENT", "equipmentEventTypeCode": "LOAD", "equipmentReference": CONTAINER}
    sailed = {"eventType": "TRANSPORT", "transportEventTypeCode": "DEPA"}
    expected = {"eventType": "TRANSPORT", "transportEventTypeCode": "ARRI", "reason": "Sails round the Cape"}
    told: list[tuple[dict[str, Any], str, str, float]] = [
        (loaded, "ACT", "VNCMT", -4.4), (sailed, "ACT", "VNCMT", -3.9), (expected, "EST", "NLRTM", 48.0),
    ]  # fmt: skip
    for number, (what, classifier, place, days) in enumerate(told):
        event = {
            **what,
            "eventID": f"demo-{number}",
            "eventClassifierCode": classifier,
            "eventDateTime": (now + timedelta(days=days)).isoformat(),
            "eventCreatedDateTime": (now - timedelta(days=3 - number)).isoformat(),
            "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": BOOKING}],
            "transportCall": {"modeOfTransport": "VESSEL", "UNLocationCode": place, "carrierVoyageNumber": VOYAGE,
                              "vessel": {"vesselName": "Demo Star"}},
        }  # fmt: skip
        record_freight_event(shipment=shipment, data=read_dcsa(event), source=EstimateSource.CARRIER)
