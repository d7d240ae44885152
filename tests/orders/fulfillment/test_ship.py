import pytest
from django.utils import timezone

from catalog.models import Stock
from logistics.shipments.events import ShipmentDelivered
from logistics.shipments.record_event import record_event
from marketplace.events.models import OutboxMessage
from orders.fulfillment.deliver import mark_delivered
from orders.fulfillment.pack import pack_seller_order
from orders.fulfillment.ship import Dispatch, NotOpen, ship_seller_order
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import IllegalMove, OrderStatus, SellerOrderStatus
from orders.models import Allocation, Fulfillment
from tests.factories.catalog import make_stock
from tests.factories.orders import SELLER, make_chair, make_order, make_packed_order, make_paid_order

pytestmark = pytest.mark.django_db
SEA = Dispatch(carrier="Sample Lines", tracking_number="SMPL1234567")


def part_of(order: Order) -> SellerOrder:
    return order.seller_orders.get(position=1)


def test_shipping_everything_takes_the_stock_out_once() -> None:
    chair = make_chair(stock=10)
    part = part_of(make_packed_order((chair, 4)))

    fulfillment = ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER)
    with pytest.raises(IllegalMove):
        ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER)

    stock = Stock.objects.get(variant=chair)
    assert (stock.quantity, stock.quantity_allocated) == (6, 0)
    assert not Allocation.objects.exists()
    part.refresh_from_db()
    assert part.status == SellerOrderStatus.SHIPPED
    assert part.order.status == OrderStatus.FULFILLED
    shipment = fulfillment.shipment
    assert (shipment.carrier, shipment.carrier_name) == ("manual", "Sample Lines")
    assert (shipment.reference, shipment.tracking_number, shipment.language) == (part.number, "SMPL1234567", "nl")
    item = shipment.consignment.items[0]
    assert (item.quantity, str(item.unit_value), item.hs_code) == (4, "120.00 EUR", "940169")
    assert shipment.consignment.buyer.email == ""
    assert OutboxMessage.objects.filter(name="SellerOrderShipped").count() == 1


def test_goods_may_leave_in_two_shipments() -> None:
    chair = make_chair(stock=4)
    make_stock(chair, 3, warehouse=_second_warehouse(chair.seller_id))
    part = part_of(make_packed_order((chair, 6)))
    line = part.lines.get()

    ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER, quantities={line.pk: 5})
    part.refresh_from_db()
    assert (part.status, part.order.status) == (SellerOrderStatus.PACKING, OrderStatus.PARTIALLY_FULFILLED)
    assert sum(Allocation.objects.values_list("quantity", flat=True)) == 1

    ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER)
    part.refresh_from_db()
    assert part.status == SellerOrderStatus.SHIPPED
    assert sum(Stock.objects.filter(variant=chair).values_list("quantity", flat=True)) == 1
    assert [row.shipment.consignment.freight is not None for row in part.fulfillments.all()] == [True, False]
    assert [event.type for event in part.events.all()][-2:] == ["PARTLY_SHIPPED", "SHIPPED"]


def _second_warehouse(seller_id: int) -> object:
    from catalog.models import Warehouse

    return Warehouse.objects.create(seller_id=seller_id, name="Kho hai")


@pytest.mark.parametrize("quantity", [0, -1, 5])
def test_more_than_is_open_never_leaves(quantity: int) -> None:
    chair = make_chair(stock=10)
    part = part_of(make_packed_order((chair, 4)))

    with pytest.raises(NotOpen):
        ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER, quantities={part.lines.get().pk: quantity})

    assert Stock.objects.get(variant=chair).quantity == 10
    assert not Fulfillment.objects.exists()


def test_a_line_of_another_part_is_not_this_sellers_to_ship() -> None:
    order = make_packed_order((make_chair(), 1), (make_chair(), 1))
    first, second = order.seller_orders.order_by("position")
    with pytest.raises(NotOpen):
        ship_seller_order(seller_order_id=first.pk, dispatch=SEA, by=SELLER, quantities={second.lines.get().pk: 1})


def test_nothing_is_packed_before_it_is_paid_or_shipped_before_it_is_packed() -> None:
    unpaid, paid = part_of(make_order()), part_of(make_paid_order())
    with pytest.raises(IllegalMove):
        pack_seller_order(seller_order_id=unpaid.pk, by=SELLER)
    with pytest.raises(IllegalMove):
        ship_seller_order(seller_order_id=paid.pk, dispatch=SEA, by=SELLER)


def test_a_delivered_shipment_delivers_its_part_once() -> None:
    order = make_packed_order((make_chair(), 1), (make_chair(), 1))
    first, second = order.seller_orders.order_by("position")
    for part in (first, second):
        ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER)
    shipment = first.fulfillments.get().shipment
    record_event(shipment=shipment, status="DELIVERED", occurred_at=timezone.now())
    message = OutboxMessage.objects.get(name="ShipmentDelivered")

    for _ in range(2):
        mark_delivered(ShipmentDelivered(**message.payload))

    first.refresh_from_db()
    order.refresh_from_db()
    assert first.status == SellerOrderStatus.DELIVERED
    assert order.status == OrderStatus.FULFILLED
    assert first.events.filter(type="DELIVERED").count() == 1
    assert OutboxMessage.objects.filter(name="SellerOrderDelivered").count() == 1


def test_a_part_is_delivered_when_its_last_shipment_is() -> None:
    part = part_of(make_packed_order((make_chair(), 2)))
    for quantity in (1, 1):
        ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER, quantities={part.lines.get().pk: quantity})
    states = []
    for fulfillment in part.fulfillments.all():
        mark_delivered(ShipmentDelivered(str(fulfillment.shipment_id), part.number, ""))
        part.refresh_from_db()
        states.append(part.status)
    assert states == ["SHIPPED", "DELIVERED"]
    assert part.order.status == OrderStatus.DELIVERED


def test_the_first_of_two_shipments_may_arrive_before_the_second_leaves() -> None:
    part = part_of(make_packed_order((make_chair(), 2)))
    line = part.lines.get()
    first = ship_seller_order(seller_order_id=part.pk, dispatch=SEA, by=SELLER, quantities={line.pk: 1})
    mark_delivered(ShipmentDelivered(str(first.shipment_id), part.number, ""))
    part.refresh_from_db()
    assert part.status == SellerOrderStatus.PACKING


def test_a_shipment_of_somebody_else_changes_nothing() -> None:
    mark_delivered(ShipmentDelivered("00000000-0000-0000-0000-000000000000", "SAMPLE", ""))
