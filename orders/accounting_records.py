"""Books let go of people once the law no longer asks for their names; amounts, days and numbers stay for good.

1. `due_records` names every table with what is due in it: the dry run counts these, the job empties the same.
2. A line of a bank statement loses the payer's name, account and words; a payout and the bank's file lose whose
   account was paid.
3. An order is treated as if its buyer had erased an account, whether the buyer is a guest or keeps one, and with that
   the rule for orders of erased people (`forget_expired_orders`) takes the rest. Who keeps an account still sees what
   was bought and for how much. What is under way, argued about or owed waits until it is settled.

Example: what was written in 2026 goes on 1 January 2037, ten years after the end of its year.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Length

from orders.bank_statements.entry import BankEntry
from orders.invoicing.books_kept import kept_since
from orders.lifecycle.order import Order
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.payout_file import PayoutFile
from orders.payouts.payout.states import PayoutStatus
from orders.personal_data import UNDER_WAY, strip_order, without_open_claims

AT_ONCE = 500
"""Rows of one statement or transaction, so that no lock is held for long."""
_EMPTIED: Mapping[str, Mapping[str, str]] = {
    "bank entries": {"text": "", "other_name": "", "other_account": ""},
    "payouts": {"holder": "", "account_number": "", "account_tail": ""},
    "payout files": {"content": ""},
}
ORDERS = "orders"


def due_records(now: datetime) -> dict[str, QuerySet[Any]]:
    """By table, oldest first: what still names people and need not any more."""
    first = kept_since(now)
    moment = datetime.combine(first, time(), UTC)
    lines = BankEntry.objects.filter(booked_on__lt=first).exclude(text="", other_name="", other_account="")
    payouts = Payout.objects.annotate(size=Length("holder")).filter(planned_at__lt=moment, size__gt=0)
    files = PayoutFile.objects.annotate(size=Length("content")).filter(day__lt=first, size__gt=0)
    orders = Order.objects.filter(erased_at=None, created_at__lt=moment).exclude(status__in=UNDER_WAY)
    return {
        "bank entries": lines.order_by("booked_on", "pk"),
        "payouts": payouts.exclude(status__in=(PayoutStatus.PLANNED, PayoutStatus.SENT)).order_by("planned_at", "pk"),
        "payout files": files.order_by("day", "pk"),
        ORDERS: without_open_claims(orders).order_by("created_at", "pk"),
    }


def forget_accounting_records(*, now: datetime) -> int:
    """Run daily; says from how many rows people went. Twice changes nothing."""
    due = due_records(now)
    return sum(_empty(due[name], emptied) for name, emptied in _EMPTIED.items()) + _strip(due[ORDERS])


def _empty(rows: QuerySet[Any], emptied: Mapping[str, str]) -> int:
    done = 0
    while keys := list(rows.values_list("pk", flat=True)[:AT_ONCE]):
        done += int(rows.model._base_manager.filter(pk__in=keys).update(**emptied))
    return done


def _strip(orders: QuerySet[Order]) -> int:
    done = 0
    while found := _strip_some(orders):
        done += found
    return done


def _strip_some(orders: QuerySet[Order]) -> int:
    with transaction.atomic():
        found = list(orders.select_for_update(of=("self",))[:AT_ONCE])
        for order in found:
            strip_order(order)
    return len(found)
