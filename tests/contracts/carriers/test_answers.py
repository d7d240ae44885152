"""What a carrier says when all is well: prices, labels, and where the goods are."""

from datetime import timedelta
from decimal import Decimal

from logistics.carrier import AddressForm, Capability
from logistics.shipments.status import ShipmentStatus
from tests.contracts.carriers.ask import LATER, Contract
from tests.peers.carriers.peer import STARTED


def test_credentials_are_checked_without_booking(contract: Contract) -> None:
    contract.ask("CHECK", "")
    assert contract.peer.asked
    assert contract.peer.parcels == {}


def test_a_price_is_exact_and_has_its_days(contract: Contract) -> None:
    if not contract.has(Capability.QUOTE):
        return
    for quote in contract.ask("QUOTE", ""):
        assert isinstance(quote.price.amount, Decimal)
        assert quote.price.amount > 0
        assert quote.price == quote.price.quantize()
        assert 0 < quote.min_days <= quote.max_days
    assert contract.ask("QUOTE", ""), "the peer's own consignment is one that the carrier takes"
    assert contract.peer.parcels == {}, "asking for a price books nothing"


def test_a_label_is_what_it_says(contract: Contract) -> None:
    if not contract.has(Capability.LABEL):
        return
    label = contract.ask("LABEL", contract.book().tracking_number)
    kinds = {"PDF": ("application/pdf", b"%PDF"), "ZPL": ("application/zpl", b"^XA"), "HTML": ("text/html", b"<")}
    media_type, start = kinds[contract.carrier.label_formats[0]]
    assert label.media_type == media_type
    assert label.content.startswith(start)


def test_events_are_in_order_aware_and_keep_the_carriers_code(contract: Contract) -> None:
    if not contract.has(Capability.TRACK):
        return
    number = contract.book().tracking_number
    contract.peer.move(number, contract.peer.MOVING, STARTED + timedelta(hours=5))
    contract.peer.move(number, contract.peer.DELIVERED, LATER)
    events = contract.ask("TRACK", number)
    assert [event.occurred_at for event in events] == sorted(event.occurred_at for event in events)
    assert events[-1].status == ShipmentStatus.DELIVERED
    assert events[-1].raw_code == contract.peer.DELIVERED
    assert events[-1].occurred_at == LATER
    assert all(event.occurred_at.tzinfo for event in events)
    assert all(event.status in ("", *ShipmentStatus.values) for event in events)


def test_an_unknown_code_is_a_note_and_no_failure(contract: Contract) -> None:
    if not contract.has(Capability.TRACK):
        return
    number = contract.book().tracking_number
    contract.peer.move(number, contract.peer.UNKNOWN)
    last = contract.ask("TRACK", number)[-1]
    assert (last.status, last.raw_code, last.incident) == ("", contract.peer.UNKNOWN, None)


def test_a_carrier_within_vietnam_says_which_addresses_it_takes(contract: Contract) -> None:
    consignment = contract.peer.consignment()
    if consignment.is_domestic and contract.has(Capability.BOOK):
        assert contract.carrier.address_form != AddressForm.ANY
