"""What carriers tell unasked: trusted as far as they prove it, and never able to turn a shipment back."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.utils import timezone

from logistics.carrier import Capability, CarrierError, WebhookRefused, WebhookRequest
from logistics.consignment_json import consignment_to_json
from logistics.shipments.record_event import record_event
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus
from tests.contracts.carriers.ask import KEY, LATER, Contract
from tests.factories.sellers import make_seller
from tests.peers.carriers.peer import STARTED

RUBBISH = (b"", b"null", b"[]", b"{}", b"\xff\xfe", b"{" * 2000, b'{"data": 1}', b'{"DATA": []}', b"a=b&c", b'"x"')


def told(contract: Contract, message: WebhookRequest) -> list[tuple[str, str]]:
    found = contract.carrier.parse_webhook(account=contract.peer.account(), request=message)
    return [(each.tracking_number, each.event.status) for each in found]


def booked(contract: Contract) -> str:
    if not contract.has(Capability.WEBHOOK):
        pytest.skip("only on carriers that send messages")
    return contract.book().tracking_number


def test_a_message_says_what_tracking_says(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    (found,) = contract.carrier.parse_webhook(
        account=peer.account(), request=peer.webhook(number, peer.DELIVERED, LATER)
    )
    assert found.tracking_number == number
    assert found.reference in ("", KEY)
    assert (found.event.status, found.event.raw_code) == (ShipmentStatus.DELIVERED, peer.DELIVERED)
    assert found.event.occurred_at == LATER


def test_an_unknown_code_in_a_message_is_a_note(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    (found,) = contract.carrier.parse_webhook(account=peer.account(), request=peer.webhook(number, peer.UNKNOWN, LATER))
    assert (found.event.status, found.event.raw_code) == ("", peer.UNKNOWN)


def test_every_documented_code_is_what_the_table_says(contract: Contract) -> None:
    """The message of each code of a carrier's ``statuses.py``, and nothing in the table that is no state of ours."""
    number, peer = booked(contract), contract.peer
    table = getattr(import_module(f"logistics.carriers.{peer.code}.statuses"), "STATUSES", None)
    if table is None:
        pytest.skip("only on carriers whose codes are documented")
    assert len(table) > 10
    for code, (status, incident) in table.items():
        assert status in ("", *ShipmentStatus.values), code
        (found,) = contract.carrier.parse_webhook(account=peer.account(), request=peer.webhook(number, code, LATER))
        assert (found.event.raw_code, found.event.status, found.event.incident) == (code, status, incident), code


def test_a_forged_message_is_refused(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    with pytest.raises(WebhookRefused):
        told(contract, peer.forged(number, peer.DELIVERED, LATER))


def test_without_a_secret_of_our_own_nothing_is_trusted(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    if not contract.peer.has_shared_secret:
        pytest.skip("only on carriers that share a secret with us")
    message = peer.forged(number, peer.DELIVERED, LATER)
    empty = peer.account(webhook_secret="")
    for query in (message.query, dict.fromkeys(message.query, "")):
        with pytest.raises(WebhookRefused):
            contract.carrier.parse_webhook(account=empty, request=WebhookRequest(message.headers, query, message.body))


def test_rubbish_is_refused_and_no_crash(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    good = peer.webhook(number, peer.DELIVERED, LATER)
    for body in RUBBISH:
        with pytest.raises(CarrierError) as refused:
            told(contract, WebhookRequest(good.headers, good.query, body))
        assert isinstance(refused.value, WebhookRefused), body


@pytest.mark.django_db
def test_twice_and_out_of_order_ends_where_it_should(contract: Contract) -> None:
    number, peer = booked(contract), contract.peer
    shipment = Shipment.objects.create(
        seller=make_seller(), reference="BD-1", carrier=peer.code, tracking_number=number, language="en",
        status=ShipmentStatus.BOOKED, consignment_data=consignment_to_json(peer.consignment()),
        booked_at=timezone.now(),
    )  # fmt: skip
    moving = peer.webhook(number, peer.MOVING, STARTED + timedelta(hours=5))
    done = peer.webhook(number, peer.DELIVERED, STARTED + timedelta(hours=6))
    for message in (done, moving, done, moving):
        for each in contract.carrier.parse_webhook(account=peer.account(), request=message):
            event = each.event
            record_event(
                shipment=shipment, status=event.status, occurred_at=event.occurred_at - timedelta(days=365),
                raw_code=event.raw_code, place=event.place, note=event.note,
            )  # fmt: skip
    shipment.refresh_from_db()
    assert shipment.status == ShipmentStatus.DELIVERED
    assert shipment.events.count() == 2
