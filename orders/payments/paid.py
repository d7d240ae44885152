"""What is paid of an order, and what may therefore happen."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet, Sum

from i18n.money import Money, sum_money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.instalment import Instalment, NeededFor
from orders.stored_money import stored


class InstalmentUnpaid(Exception):
    """Something has to be paid first."""

    def __init__(self, number: str, kind: str, missing: Money) -> None:
        super().__init__(f"{missing} of the {kind} of {number} has to be paid first")
        self.number = number
        self.kind = kind
        self.missing = missing


def is_paid(order: Order) -> bool:
    """Everything needed for confirming it is there: charged, or reserved by an authorisation.

    An order that was called off before any money came was never paid, though nothing is owed for it any more.
    """
    needed = [row for row in _covered(order) if row.needed_for == NeededFor.CONFIRM]
    if any(missing(row) for row in needed):
        return False
    return bool(reached(needed, order.currency)) or not order.total_amount or (not needed and _is_planned(order))


def paid_in_full(orders: Sequence[Order]) -> set[UUID]:
    """Those of the orders of which nothing is left to pay, in one query."""
    open_, begun = set(), set()
    for row in _covering(Instalment.objects.filter(order__in=orders)):
        if missing(row):
            open_.add(row.order_id)
        elif row.amount:
            begun.add(row.order_id)
    free = {order.pk for order in orders if not order.total_amount}
    return (begun | free) - open_


def may_ship(seller_order: SellerOrder) -> bool:
    """Nothing that has to be paid before shipping is missing."""
    return unpaid_for(seller_order.order, {NeededFor.CONFIRM, NeededFor.SHIP}) is None


def may_hand_over_documents(seller_order: SellerOrder) -> bool:
    """Nothing that has to be paid before the buyer gets the papers is missing."""
    needed = {NeededFor.CONFIRM, NeededFor.SHIP, NeededFor.DOCUMENTS}
    return unpaid_for(seller_order.order, needed) is None


def require_paid_for_shipping(seller_order: SellerOrder) -> None:
    """Raises ``InstalmentUnpaid`` where ``may_ship`` says no."""
    row = unpaid_for(seller_order.order, {NeededFor.CONFIRM, NeededFor.SHIP})
    if row is not None:
        raise InstalmentUnpaid(seller_order.order.number, row.kind, missing(row))


def unpaid_before_shipping(order_ids: Sequence[UUID]) -> set[UUID]:
    """Those of the orders of which something has to be paid before goods may leave, in one query."""
    rows = Instalment.objects.filter(order__in=order_ids, needed_for__in=[NeededFor.CONFIRM, NeededFor.SHIP])
    return {row.order_id for row in _covering(rows) if missing(row)}


def unpaid_for(order: Order, steps: Collection[NeededFor]) -> Instalment | None:
    """The first instalment that stands in the way of these steps."""
    return next((row for row in _covered(order) if row.needed_for in steps and missing(row)), None)


def owing_for_documents(order_ids: Collection[UUID]) -> set[UUID]:
    """Those of the orders of which something has to be paid before the buyer gets the papers, in one query."""
    needed = (NeededFor.CONFIRM, NeededFor.SHIP, NeededFor.DOCUMENTS)
    rows = _covering(Instalment.objects.filter(order__in=set(order_ids), needed_for__in=needed))
    return {row.order_id for row in rows if missing(row)}


def next_instalment(order: Order) -> Instalment | None:
    """What the buyer pays next: the first that is neither charged nor reserved."""
    return next((row for row in _covered(order) if missing(row)), None)


def missing(row: Instalment) -> Money:
    """What is neither charged nor authorised; ``row`` comes from one of the readers of this file."""
    authorized: Money = stored(getattr(row, "authorized", None) or Decimal(0), row.currency)
    return max(row.owed - authorized, Money.zero(row.currency))


def reached(rows: Sequence[Instalment], currency: str) -> Money:
    """What is charged or authorised of them together."""
    return sum_money((row.money - missing(row) for row in rows), currency)


def _is_planned(order: Order) -> bool:
    return Instalment.objects.filter(order=order).exists()


def _covered(order: Order) -> list[Instalment]:
    return list(_covering(Instalment.objects.filter(order=order)).order_by("position"))


def _covering(rows: QuerySet[Instalment]) -> QuerySet[Instalment]:
    return rows.annotate(authorized=Sum("payments__authorized_amount"))
