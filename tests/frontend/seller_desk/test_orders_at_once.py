"""Several orders at once: packed, printed for and shipped; what cannot be is named and the others are done."""

from marketplace.graphql import to_global_id
from orders.lifecycle.seller_order import SellerOrder
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def ids(*parts: SellerOrder) -> list[str]:
    return [to_global_id("SellerOrder", part.pk) for part in parts]


def status(part: SellerOrder) -> str:
    return SellerOrder.objects.get(pk=part.pk).status


def test_chosen_orders_are_packed_printed_for_and_shipped(desk: Desk, packer: Person) -> None:
    refused = packer.refused("orders", "pack_chosen", ids=ids(desk.paid, desk.unpaid))
    assert "1 order is done" in refused and desk.unpaid.number in refused
    assert status(desk.paid) == "PACKING"
    chosen = ids(desk.paid)
    assert "/documents/" in packer.done("orders", "print_chosen", ids=chosen, sheets="BOTH")
    assert "no parcels yet" in packer.refused("orders", "print_chosen", ids=chosen, sheets="LABELS")
    asked = packer.send("orders?state=PACKING", "choose_carriers", ids=chosen)
    assert asked.status_code == 200
    assert f'name="tracking-{chosen[0]}"' in asked.content.decode()
    tracking = {f"tracking-{chosen[0]}": "VTP123"}
    assert "carrier" in packer.refused("orders?state=PACKING", "ship_chosen", ids=chosen, **tracking).lower()
    assert packer.done("orders?state=PACKING", "ship_chosen", ids=chosen, carrier="Viettel Post", **tracking)
    assert status(desk.paid) == "SHIPPED"
    assert desk.paid.fulfillments.get().shipment.tracking_number == "VTP123"


def test_nothing_chosen_is_told(desk: Desk, packer: Person) -> None:
    for action in ("pack_chosen", "print_chosen", "choose_carriers", "ship_chosen"):
        html = packer.refused("orders", action, sheets="BOTH")
        assert "Tick at least one order" in html, action
    assert "Choose one of the list" in packer.refused("orders", "print_chosen", ids=ids(desk.paid), sheets="CARD")
