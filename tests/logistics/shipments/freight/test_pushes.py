"""A shipping line pushes its events, signed with the secret of the subscription."""

import hmac
import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from logistics.models import CarrierNotice, FreightEvent, FreightSubscription
from logistics.shipments.freight.subscribe import end_freight_subscription, subscribe_freight
from logistics.shipments.legs.leg_data import LegData
from logistics.shipments.legs.plan_leg import add_leg
from logistics.shipments.notices.handle import handle_carrier_notices
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_seller
from tests.logistics.shipments.freight.test_freight import told

pytestmark = pytest.mark.django_db


def push(row: FreightSubscription, secret: str, body: Any) -> int:
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    signature = f"sha256={hmac.digest(secret.encode(), text, 'sha256').hex()}"
    headers = {"Notification-Signature": signature}
    return (
        Client()
        .post(f"/carriers/dcsa/webhooks/{row.key}", text, content_type="application/json", headers=headers)
        .status_code
    )


def test_signed_events_reach_the_sellers_shipments_by_booking_and_container_and_nobody_elses() -> None:
    seller = make_seller()
    row, secret = subscribe_freight(seller_id=seller.pk, carrier_name="Example Line")
    ours, theirs = make_shipment(seller), make_shipment()
    for shipment in (ours, theirs):
        add_leg(shipment=shipment, data=LegData("VESSEL", from_code="VNCMT", to_code="NLRTM", reference="BK100",
                                                containers=("CSQU3054383",)))  # fmt: skip
    loaded = told(eventID="b2", eventType="EQUIPMENT", equipmentEventTypeCode="LOAD", documentReferences=[],
                  equipmentReference="CSQU 3054383")  # fmt: skip
    assert push(row, "guessed", [told()]) == 401
    assert push(row, secret, b"{") == 401
    assert push(row, secret, [told(), loaded, {"eventType": "?"}, 7]) == 200
    assert push(row, secret, [told(), loaded, {"eventType": "?"}, 7]) == 200
    assert CarrierNotice.objects.count() == 1 and not FreightEvent.objects.exists()
    handle_carrier_notices(now=timezone.now())
    assert [(event.shipment_id, event.code) for event in FreightEvent.objects.all()] == [
        (ours.pk, "DEPA"),
        (ours.pk, "LOAD"),
    ]
    ours.refresh_from_db()
    assert ours.status == "IN_TRANSIT"
    row.refresh_from_db()
    assert row.last_heard_at is not None and secret not in str(row.secret)
    end_freight_subscription(subscription=row)
    assert push(row, secret, [told(eventID="c3")]) == 404


def test_what_no_column_takes_is_left_out_of_a_push_and_its_body_is_kept() -> None:
    row, secret = subscribe_freight(seller_id=make_seller().pk, carrier_name="Example Line")
    assert push(row, secret, [told(remark="a\x00b"), told(remark="x" * 40_000), told(eventID="d4")]) == 200
    notice = CarrierNotice.objects.get()
    assert [event["eventID"] for event in notice.told] == ["d4"]
    assert b"u0000" in bytes(notice.body)
