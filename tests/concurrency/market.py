"""The last pieces of a chair, and more baskets with one in them than there are pieces."""

import copy
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from catalog.models import Reservation, Stock, Warehouse
from catalog.stock.check import check_stock
from catalog.stock.count import set_stock
from orders.allocation.allocation import Allocation
from orders.allocation.check import check_allocations
from orders.checkout.checkout import Checkout
from orders.checkout.totals import price_checkout
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.payment import Payment
from tests.factories.catalog import make_stock
from tests.factories.orders import make_chair, make_ready_checkout


@dataclass(frozen=True)
class Market:
    variant_id: int
    baskets: list[str]
    total: str
    """What one basket costs, as its buyer accepted it."""


def open_market(pieces: int, buyers: int) -> Market:
    """``pieces`` in two warehouses, and beside them goods that nobody here may take.

    Nothing is reserved: the baskets are older than what a reservation lasts.
    """
    chair = make_chair(stock=0)
    make_stock(chair, pieces - pieces // 2)
    make_stock(chair, pieces // 2, Warehouse.objects.create(seller=chair.seller, name="Kho hai"))
    make_chair(stock=70, sku=chair.sku)  # of another seller
    make_chair(stock=70, product=chair.product)  # another variant
    basket = make_ready_checkout((chair, 1))
    Reservation.objects.all().delete()
    total = price_checkout(basket, now=timezone.now()).total.gross.amount
    return Market(chair.pk, [str(basket.pk), *_more_like(basket, buyers - 1)], str(total))


def _more_like(basket: Checkout, count: int) -> list[str]:
    ids = [uuid.uuid4() for _ in range(count)]
    for rows in ([basket], list(basket.lines.all()), list(basket.deliveries.all())):
        copies = []
        for pk in ids:
            for row in rows:
                twin = copy.copy(row)
                if isinstance(twin, Checkout):
                    twin.pk, twin.touched_at = pk, basket.touched_at - timedelta(hours=1)
                else:
                    twin.pk, twin.checkout_id = None, pk
                copies.append(twin)
        type(rows[0])._default_manager.bulk_create(copies)  # type: ignore[attr-defined,arg-type]  # rows of one kind
    return [str(pk) for pk in ids]


def recount(variant_id: int, pieces: int) -> None:
    """Count so many in the first warehouse."""
    stock = Stock.objects.filter(variant_id=variant_id).order_by("pk").select_related("variant", "warehouse")[0]
    set_stock(variant=stock.variant, warehouse=stock.warehouse, quantity=pieces)


@dataclass(frozen=True)
class Account:
    """What is there afterwards."""

    orders: int
    sold: int
    on_hand: int
    allocated: int


def take_stock(market: Market) -> Account:
    """Count everything, having asserted what must hold whatever happened."""
    stocks = list(Stock.objects.filter(variant_id=market.variant_id))
    lines = OrderLine.objects.filter(variant_id=market.variant_id)
    living = lines.exclude(seller_order__status=SellerOrderStatus.CANCELED)
    on_hand, allocated = sum(s.quantity for s in stocks), sum(s.quantity_allocated for s in stocks)
    reserved = sum(Reservation.objects.filter(expires_at__gt=timezone.now()).values_list("quantity", flat=True))
    assert check_stock() == []
    assert check_allocations() == []
    assert allocated == sum(line.quantity_open for line in living), "held is what open order lines ask for"
    assert reserved + allocated <= on_hand, "nothing is promised that is not there"
    assert all(0 <= s.quantity_allocated <= s.quantity for s in stocks)
    _nothing_of_others(market)
    paid_for = set(Payment.objects.values_list("order_id", flat=True))
    assert set(Order.objects.values_list("pk", flat=True)) == paid_for, "no order without its payment row"
    assert Order.objects.count() == Order.objects.values("checkout_id").distinct().count(), "a basket is one order"
    return Account(Order.objects.count(), sum(line.quantity for line in living), on_hand, allocated)


def _nothing_of_others(market: Market) -> None:
    others = Stock.objects.exclude(variant_id=market.variant_id)
    assert others.exists()
    assert not others.filter(quantity_allocated__gt=0).exists(), "nothing of others was taken"
    held = Allocation.objects.exclude(stock__isnull=True).select_related("stock__warehouse", "order_line__seller_order")
    for allocation in held:
        assert allocation.stock is not None
        assert allocation.stock.warehouse.seller_id == allocation.order_line.seller_order.seller_id
        assert allocation.stock.variant_id == allocation.order_line.variant_id
