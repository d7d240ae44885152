"""Orders remember their lots, papers carry them, and the chain is told of what left and arrived."""

from typing import Any

import pytest
from django.utils import timezone

from catalog.models import EpcisEvent
from catalog.traceability.identity.uris import lot_uri, piece_uri, seller_uri
from catalog.traceability.mint_codes import mint_codes
from logistics.consignment_json import consignment_from_json, consignment_to_json
from logistics.customs.documents.packing_page import lots_text
from logistics.shipments.create_shipment import ParcelData
from logistics.shipments.events import ShipmentDelivered
from orders.events import SellerOrderShipped
from orders.fulfillment.fulfillment import Fulfillment
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.models import FulfillmentLot
from orders.traceability.capture_shipping import capture_receiving, capture_shipping
from orders.traceability.lots_leaving import ChosenLot, LotDoesNotFit
from orders.traceability.remember_lots import lots_of_lines
from orders.traceability.shipping_event import buyer_uri
from tests.factories.orders import SELLER, make_chair, make_packed_order
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db


def ship(part: Any, **dispatch: Any) -> Fulfillment:
    values = {"carrier": "Sample Lines", "tracking_number": "SMPL1", **dispatch}
    return ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch(**values), by=SELLER)


def shares(fulfillment: Fulfillment) -> list[tuple[str, int | None]]:
    rows = FulfillmentLot.objects.filter(line__fulfillment=fulfillment)
    return list(rows.order_by("lot__number").values_list("lot__number", "quantity"))


def test_what_codes_tell() -> None:
    chair = make_chair(stock=20)
    one, other = make_lot(chair, number="A"), make_lot(chair, number="B")
    of_one, of_other = mint_codes(lot=one, count=3), mint_codes(lot=other, count=2)
    told = {
        "all of one lot": (4, [of_one[0].code, of_one[1].code.lower()], [("A", 4)]),
        "a code a piece": (2, [of_one[2].code, of_other[0].code], [("A", 1), ("B", 1)]),
        "cartons of two lots": (3, [of_one[0].code, of_other[1].code], [("A", None), ("B", None)]),
        "none": (1, [], []),
    }
    for name, (pieces, codes, wanted) in told.items():
        part = make_packed_order((chair, pieces)).seller_orders.get()
        assert shares(ship(part, parcels=[ParcelData(500, trace_codes=tuple(codes))])) == wanted, name


def test_what_the_packer_chose_holds_and_stands_on_the_packing_list() -> None:
    chair = make_chair(stock=20)
    one, other = make_lot(chair, number="A"), make_lot(chair, number="B")
    part = make_packed_order((chair, 5)).seller_orders.get()
    line = part.lines.get()
    chosen = [ChosenLot(line.pk, one.pk, 3), ChosenLot(line.pk, other.pk, 1)]
    fulfillment = ship(part, lots=chosen)
    assert shares(fulfillment) == [("A", 3), ("B", 1)]
    assert {share.lot.number: share.quantity for share in lots_of_lines([line.pk])[line.pk]} == {"A": 3, "B": 1}
    item = fulfillment.shipment.consignment.items[0]
    assert lots_text(item, "en") == "Lots: A (3), B (1)"
    assert consignment_to_json(fulfillment.shipment.consignment) == fulfillment.shipment.consignment_data


def test_goods_without_lots_are_written_as_ever() -> None:
    part = make_packed_order((make_chair(), 1)).seller_orders.get()
    data = ship(part).shipment.consignment_data
    assert "lots" not in data["items"][0]
    assert consignment_from_json(data).items[0].lots == ()
    assert lots_text(consignment_from_json(data).items[0], "vi") == ""


def test_lots_that_do_not_fit_ship_nothing() -> None:
    chair = make_chair(stock=20)
    lot, of_other_goods, of_other_seller = (
        make_lot(chair),
        make_lot(make_chair(seller=chair.product.seller)),
        make_lot(),
    )
    part = make_packed_order((chair, 2)).seller_orders.get()
    line = part.lines.get()
    bad = {
        "too many": [ChosenLot(line.pk, lot.pk, 3)],
        "nothing": [ChosenLot(line.pk, lot.pk, 0)],
        "twice": [ChosenLot(line.pk, lot.pk, 1), ChosenLot(line.pk, lot.pk, 1)],
        "other goods": [ChosenLot(line.pk, of_other_goods.pk, 1)],
        "another seller's": [ChosenLot(line.pk, of_other_seller.pk, 1)],
        "another line": [ChosenLot(line.pk + 1, lot.pk, 1)],
    }
    for name, chosen in bad.items():
        with pytest.raises(LotDoesNotFit) as refused:
            ship(part, lots=chosen)
        assert refused.value.index == len(chosen) - 1, name
    assert not Fulfillment.objects.exists()


def test_shipping_and_receiving_are_told_once() -> None:
    chair = make_chair(stock=20)
    labelled, plain = make_lot(chair), make_lot(chair)
    codes = mint_codes(lot=labelled, count=2)
    part = make_packed_order((chair, 5)).seller_orders.get()
    line = part.lines.get()
    chosen = [ChosenLot(line.pk, labelled.pk, 2), ChosenLot(line.pk, plain.pk, 3)]
    fulfillment = ship(part, lots=chosen, trace_codes=[code.code for code in codes])
    EpcisEvent.objects.all()
    before = set(EpcisEvent.objects.values_list("pk", flat=True))
    shipped = SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=fulfillment.pk)
    arrived = ShipmentDelivered(str(fulfillment.shipment_id), part.number, timezone.now().isoformat())
    for _ in range(2):
        capture_shipping(shipped)
        capture_receiving(arrived)
    told = EpcisEvent.objects.exclude(pk__in=before).order_by("pk")
    assert [event.biz_step.rpartition("-")[2] for event in told] == ["shipping", "receiving"]
    assert all(event.seller_id == part.seller_id for event in told)
    leaving, arriving = told
    assert set(leaving.things.values_list("uri", "quantity")) == {
        *((piece_uri(code), None) for code in codes), (lot_uri(plain), 3),
    }  # fmt: skip
    links = dict(leaving.links.exclude(kind="TRANSACTION").values_list("kind", "uri"))
    assert links == {"SOURCE": seller_uri(part.seller), "DESTINATION": buyer_uri(fulfillment)}
    assert leaving.links.get(kind="TRANSACTION").uri == f"urn:uuid:{part.pk}"
    assert set(arriving.things.values_list("uri")) == set(leaving.things.values_list("uri"))
    text = str(leaving.document)
    assert part.order.email not in text
    assert part.order.shipping_address["last_name"] not in text


def test_goods_of_no_lot_are_not_spoken_of() -> None:
    part = make_packed_order((make_chair(), 1)).seller_orders.get()
    fulfillment = ship(part)
    capture_shipping(SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=fulfillment.pk))
    capture_receiving(ShipmentDelivered(str(part.pk), part.number, timezone.now().isoformat()))
    assert not EpcisEvent.objects.exists()
