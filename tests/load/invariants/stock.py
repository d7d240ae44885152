"""Stock: what lies there, what is held and what has left are together what lay there at the beginning."""

from django.db.models import Sum
from django.utils import timezone

from catalog.models import Reservation, Stock
from catalog.stock.check import check_stock
from orders.allocation.check import check_allocations
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.states import SellerOrderStatus
from tests.load.world import World


def adds_up(world: World) -> list[str]:
    wrong = []
    for variant, began in world.pieces.items():
        lies = Stock.objects.filter(variant=variant).aggregate(all=Sum("quantity"), held=Sum("quantity_allocated"))
        lines = list(OrderLine.objects.filter(variant=variant).select_related("seller_order"))
        living = [line for line in lines if line.seller_order.status != SellerOrderStatus.CANCELED]
        left, open_ = sum(line.quantity_fulfilled for line in lines), sum(line.quantity_open for line in living)
        if lies["all"] + left != began:
            wrong.append(f"variant {variant}: {lies['all']} on hand and {left} shipped are not {began}")
        if lies["held"] != open_:
            wrong.append(f"variant {variant}: {lies['held']} held, orders wait for {open_}")
        if not 0 <= lies["held"] <= lies["all"]:
            wrong.append(f"variant {variant}: {lies['held']} of {lies['all']} are held")
    return wrong


def own_checks() -> list[str]:
    """What ``python -m marketplace check_stock`` looks at."""
    return [str(each) for each in [*check_stock(), *check_allocations()]]


def nothing_is_promised_twice(world: World) -> list[str]:
    wrong, now = [], timezone.now()
    for variant in world.pieces:
        lies = Stock.objects.filter(variant=variant).aggregate(all=Sum("quantity"), held=Sum("quantity_allocated"))
        waiting = Reservation.objects.filter(variant=variant, expires_at__gt=now).aggregate(sum=Sum("quantity"))
        if (waiting["sum"] or 0) + lies["held"] > lies["all"]:
            wrong.append(f"variant {variant}: {waiting['sum']} reserved and {lies['held']} held of {lies['all']}")
    return wrong
