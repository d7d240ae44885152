"""Working on orders: packing, shipping, papers, what happens on the way, cancelling."""

import pytest

from logistics.shipments.shipment import TrackingEvent
from marketplace.graphql import to_global_id
from orders.lifecycle.seller_order import SellerOrder
from orders.models import Fulfillment
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def path_of(part: SellerOrder) -> str:
    return f"orders/{to_global_id('SellerOrder', part.pk)}"


def line_of(part: SellerOrder) -> str:
    return f"quantity-{to_global_id('OrderLine', part.lines.get().pk)}"


def test_the_list_keeps_to_the_state_and_the_search(desk: Desk, packer: Person) -> None:
    desk.fill()
    html = packer.see("orders?state=CONFIRMED")
    assert desk.paid.number in html
    assert desk.packed.number not in html
    assert desk.packed.number in packer.see(f"orders?q={desk.packed.number[-8:]}")
    assert "No order fits" in packer.see("orders?q=999999")
    assert packer.see("orders?state=NONSENSE").count("BDM-") == packer.see("orders").count("BDM-")


def test_a_paid_order_is_packed_once(desk: Desk, packer: Person) -> None:
    assert packer.done(path_of(desk.paid), "pack")
    desk.paid.refresh_from_db()
    assert desk.paid.status == "PACKING"
    assert "not possible any more" in packer.refused(path_of(desk.paid), "pack")


def test_an_unpaid_order_offers_no_packing(desk: Desk, packer: Person) -> None:
    html = packer.see(path_of(desk.unpaid))
    assert "Do not pack yet" in html
    assert 'value="pack"' not in html


def test_shipping_a_part_leaves_the_rest_to_send(desk: Desk, packer: Person) -> None:
    fields = {line_of(desk.packed): "3", "carrier": "Viettel Post", "trackingNumber": "VT123",
              "weight-1": "13,5", "length-1": "60", "width-1": "60", "height-1": "95.5"}  # fmt: skip
    assert packer.done(path_of(desk.packed), "ship", **fields)
    parcel = Fulfillment.objects.get(seller_order=desk.packed).shipment.parcels.get()
    assert (parcel.gross_weight_g, parcel.height_mm) == (13500, 955)
    html = packer.see(path_of(desk.packed))
    assert "VT123" in html
    assert 'max="1"' in html


@pytest.mark.parametrize(
    ("quantity", "carrier", "words"),
    [
        ("9", "Viettel Post", "4 are still to be sent"),
        ("0", "Viettel Post", "Say how many pieces leave"),
        ("x", "Viettel Post", "Write a whole number"),
        ("4", "", "This field is needed"),
    ],
)
def test_a_shipment_that_is_wrong_comes_back_filled(
    desk: Desk, packer: Person, quantity: str, carrier: str, words: str
) -> None:
    html = packer.refused(
        path_of(desk.packed), "ship", **{line_of(desk.packed): quantity, "carrier": carrier, "trackingNumber": "VT123"}
    )
    assert words in html
    assert 'value="VT123"' in html
    assert not Fulfillment.objects.filter(seller_order=desk.packed).exists()


def test_a_code_that_is_none_of_ours_ships_nothing(desk: Desk, packer: Person) -> None:
    fields = {line_of(desk.packed): "4", "carrier": "GHN", "traceCodes": "https://x.example/t/AAAA-BBBB-CCCCC"}
    html = packer.refused(path_of(desk.packed), "ship", **fields)
    assert "AAAA-BBBB-CCCCC" in html
    assert not Fulfillment.objects.filter(seller_order=desk.packed).exists()


def test_the_papers_of_a_shipment_can_be_opened(desk: Desk, packer: Person) -> None:
    html = packer.see(path_of(desk.shipped))
    assert html.count("/documents/") == 2
    assert "Commercial invoice" in html


def test_an_event_on_the_way_is_written_in_the_time_of_vietnam(desk: Desk, packer: Person) -> None:
    shipment = desk.shipped.fulfillments.get().shipment
    fields = {"shipment": to_global_id("Shipment", shipment.pk), "status": "IN_TRANSIT", "place": "Cát Lái", "note": ""}
    assert packer.done(path_of(desk.shipped), "track", occurredAt="2026-11-20T14:30", **fields)
    event = TrackingEvent.objects.get(shipment=shipment, place="Cát Lái")
    assert event.occurred_at.isoformat() == "2026-11-20T07:30:00+00:00"
    assert "This time has not come yet" in packer.refused(
        path_of(desk.shipped), "track", occurredAt="2099-01-01T00:00", **fields
    )
    assert "Write a day and a time" in packer.refused(path_of(desk.shipped), "track", occurredAt="gestern", **fields)


def test_an_order_is_cancelled_with_a_reason_by_a_manager(desk: Desk, owner: Person, packer: Person) -> None:
    assert "This field is needed" in owner.refused(path_of(desk.paid), "cancel", reason=" ")
    assert packer.send(path_of(desk.paid), "cancel", reason="Hết gỗ").status_code in {403, 422}
    desk.paid.refresh_from_db()
    assert desk.paid.status == "CONFIRMED"
    assert owner.done(path_of(desk.paid), "cancel", reason="Hết gỗ sồi")
    desk.paid.refresh_from_db()
    assert desk.paid.status == "CANCELED"
    assert "Hết gỗ sồi" in owner.see(path_of(desk.paid))


def test_another_sellers_order_cannot_be_worked_on(desk: Desk) -> None:
    stranger = Person(desk.cast.pottery.owner, "/en/seller/gom-thu-nghiem/")
    assert stranger.send(path_of(desk.paid), "pack").status_code in {404, 422}
    desk.paid.refresh_from_db()
    assert desk.paid.status == "CONFIRMED"
