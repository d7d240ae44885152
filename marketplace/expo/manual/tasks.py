"""What an exhibitor has still to do, with the day of each: contract, invoices, pages of the manual.

1. A contract that nobody has agreed to, from the day it was made.
2. Invoices of which something is owed, by the day they are due.
3. Pages of the manual with a day, or with a question that must be answered, until they are done.

Open ones come first, those with the nearest day before the others, then what is done.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from i18n.money import Money
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.invoices.balance import balances_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.manual.answer import ManualDone
from marketplace.expo.manual.page import ManualPage, ManualQuestion


class TaskKind(StrEnum):
    CONTRACT = "CONTRACT"
    INVOICE = "INVOICE"
    MANUAL_PAGE = "MANUAL_PAGE"


@dataclass(frozen=True, slots=True)
class ExhibitorTask:
    kind: TaskKind
    due_on: date | None = None
    done_at: datetime | None = None
    page: ManualPage | None = None
    invoice: FairInvoice | None = None
    owed: Money | None = None

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def is_overdue(self, today: date) -> bool:
        return not self.is_done and self.due_on is not None and self.due_on < today


def tasks_of(exhibitors: Sequence[Exhibitor]) -> dict[int, list[ExhibitorTask]]:
    """By exhibitor; a handful of statements for all of them."""
    found: dict[int, list[ExhibitorTask]] = defaultdict(list)
    for contract in FairContract.objects.filter(exhibitor__in=exhibitors):
        done_at = contract.accepted_at or contract.signed_at
        found[contract.exhibitor_id].append(ExhibitorTask(TaskKind.CONTRACT, done_at=done_at))
    _add_invoices(exhibitors, found)
    _add_pages(exhibitors, found)
    return {exhibitor.pk: sorted(found[exhibitor.pk], key=_order) for exhibitor in exhibitors}


def _order(task: ExhibitorTask) -> tuple[bool, bool, date]:
    return task.is_done, task.due_on is None, task.due_on or date.max


def _add_invoices(exhibitors: Sequence[Exhibitor], found: dict[int, list[ExhibitorTask]]) -> None:
    bills = FairInvoice.objects.filter(exhibitor__in=exhibitors, corrects=None).select_related("paper")
    invoices = list(bills.order_by("issued_on", "pk"))
    balances = balances_of(invoices)
    for invoice in invoices:
        owed = balances[invoice.pk].owed
        if owed:
            task = ExhibitorTask(TaskKind.INVOICE, due_on=invoice.due_on, invoice=invoice, owed=owed)
            found[invoice.exhibitor_id].append(task)


def _add_pages(exhibitors: Sequence[Exhibitor], found: dict[int, list[ExhibitorTask]]) -> None:
    pages = ManualPage.objects.filter(expo__in={exhibitor.expo_id for exhibitor in exhibitors})
    asking = set(ManualQuestion.objects.filter(page__in=pages, is_required=True).values_list("page_id", flat=True))
    wanted: dict[int, list[ManualPage]] = defaultdict(list)
    for page in pages.order_by("position", "pk"):
        if page.due_on is not None or page.pk in asking:
            wanted[page.expo_id].append(page)
    rows = ManualDone.objects.filter(exhibitor__in=exhibitors).values_list("exhibitor_id", "page_id", "done_at")
    done = {(exhibitor, page): at for exhibitor, page, at in rows}
    for exhibitor in exhibitors:
        for page in wanted[exhibitor.expo_id]:
            at = done.get((exhibitor.pk, page.pk))
            task = ExhibitorTask(TaskKind.MANUAL_PAGE, due_on=page.due_on, done_at=at, page=page)
            found[exhibitor.pk].append(task)
