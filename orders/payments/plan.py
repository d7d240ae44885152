"""Write down how an order is to be paid, and lower what is left of that when a part of it is called off."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from i18n.money import Money, sum_money
from marketplace.insert_rows import insert_rows
from orders.lifecycle.order import Order
from orders.payments.instalment import Instalment, InstalmentKind, InstalmentTerm, NeededFor


class PlanDoesNotAddUp(ValueError):
    """The instalments are not, to the last unit, what the order costs; nothing was written."""

    def __init__(self, number: str, planned: Money, total: Money) -> None:
        super().__init__(f"the instalments of {number} add up to {planned}, it costs {total}")
        self.number = number
        self.planned = planned
        self.total = total


def full_payment(order: Order) -> list[InstalmentTerm]:
    """An ordinary order: everything before anybody begins."""
    return [InstalmentTerm(InstalmentKind.FULL, order.total.gross, NeededFor.CONFIRM, order.payment_due_at)]


def deposit_and_balance(
    total: Money, *, percent: Decimal, deposit_due_at: datetime, balance_needed_for: NeededFor
) -> list[InstalmentTerm]:
    """``percent`` of the total at once and the rest later. 30 % of 99.99 EUR are 30.00 and 69.99."""
    deposit, balance = total.allocate([percent, 100 - percent])
    return [
        InstalmentTerm(InstalmentKind.DEPOSIT, deposit, NeededFor.CONFIRM, deposit_due_at),
        InstalmentTerm(InstalmentKind.BALANCE, balance, balance_needed_for),
    ]


def net_days(total: Money, *, due_at: datetime) -> list[InstalmentTerm]:
    """Everything later: nothing waits for the money of an approved buyer."""
    return [InstalmentTerm(InstalmentKind.NET, total, NeededFor.NOTHING, due_at)]


def plan_payment(order: Order, terms: Sequence[InstalmentTerm]) -> list[Instalment]:
    """The instalments of a new order, in the order they are paid; raises ``PlanDoesNotAddUp``.

    An order that waits for no money, because it costs nothing or is paid later, is confirmed by
    ``orders.payments.confirm.confirm_if_paid``; call it next.
    """
    total = order.total.gross
    planned = sum_money((term.amount for term in terms), order.currency)
    if planned != total or any(term.amount.amount < 0 for term in terms):
        raise PlanDoesNotAddUp(order.number, planned, total)
    instalments = [
        Instalment(
            order=order,
            position=position,
            kind=term.kind,
            currency=order.currency,
            amount=term.amount.amount,
            due_at=term.due_at,
            needed_for=term.needed_for,
        )
        for position, term in enumerate(terms, start=1)
    ]
    insert_rows(instalments)
    return instalments


def lower_plan(order: Order, by: Money) -> None:
    """Ask for less: the last instalment first, none below what was charged of it. The caller holds the lock."""
    left = by
    for instalment in Instalment.objects.filter(order=order).order_by("-position"):
        cut = min(left, instalment.owed)
        if cut:
            instalment.amount = (instalment.money - cut).amount
            instalment.save(update_fields=["amount"])
            left = left - cut
    if left:
        raise ValueError(f"{order.number} owes {left} less than it is to be lowered by")
