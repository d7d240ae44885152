"""What the staff of a fair still have to do, counted from the records themselves: nothing is ticked off by hand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Count, Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from i18n.today import day_here
from i18n.translation import Translation
from marketplace.expo.applications.application import ApplicationStatus, FairApplication
from marketplace.expo.contracts.contract import FairContract
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.hall import Booth
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.manual.answer import ManualDone
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.progress.money import overdue_invoices

SOON = timedelta(days=3)
"""A hold that lapses within these days is something to ask about."""


class TaskKind(StrEnum):
    """In the order of their urgency."""

    INVOICES_OVERDUE = "INVOICES_OVERDUE"
    APPLICATIONS_WAITING = "APPLICATIONS_WAITING"
    HOLDS_LAPSING = "HOLDS_LAPSING"
    CONTRACTS_UNSIGNED = "CONTRACTS_UNSIGNED"
    DEADLINES_MISSED = "DEADLINES_MISSED"
    IMPORTS_WAITING = "IMPORTS_WAITING"
    HOURS_MISSING = "HOURS_MISSING"
    WITHOUT_BOOTH = "WITHOUT_BOOTH"
    WITHOUT_DESCRIPTION = "WITHOUT_DESCRIPTION"
    WITHOUT_TRANSLATION = "WITHOUT_TRANSLATION"


@dataclass(frozen=True, slots=True)
class Task:
    """``count`` records that wait, the oldest since or until ``day``."""

    kind: TaskKind
    count: int
    day: date | None = None


def tasks_of(expos: Sequence[Expo], today: date) -> dict[int, list[Task]]:
    """By fair, the most urgent first; a fair that is over has none about its preparation. Bounded queries."""
    running = [expo for expo in expos if expo.ends_on >= today]
    found: dict[int, list[Task]] = {expo.pk: [] for expo in expos}
    for kind, counts in _all_counts(expos, running, today):
        for expo_id, (count, day) in counts.items():
            if count:
                found[expo_id].append(Task(kind, count, day))
    return found


Counts = dict[int, tuple[int, date | None]]


def _all_counts(expos: Sequence[Expo], running: Sequence[Expo], today: date) -> Iterable[tuple[TaskKind, Counts]]:
    exhibitors = Exhibitor.objects.filter(expo__in=running)
    yield TaskKind.INVOICES_OVERDUE, _overdue(expos, today)
    yield TaskKind.APPLICATIONS_WAITING, _applications(running)
    yield TaskKind.HOLDS_LAPSING, _holds(running, today)
    yield TaskKind.CONTRACTS_UNSIGNED, _contracts(running)
    yield TaskKind.DEADLINES_MISSED, _deadlines(running, today)
    yield TaskKind.IMPORTS_WAITING, _imports(running)
    yield TaskKind.HOURS_MISSING, {expo.pk: (1, None) for expo in _without_hours(running)}
    yield TaskKind.WITHOUT_BOOTH, _by_expo(without_booth(exhibitors))
    yield TaskKind.WITHOUT_DESCRIPTION, _by_expo(exhibitors.filter(description=""))
    yield TaskKind.WITHOUT_TRANSLATION, {expo.pk: (without_translation(expo).count(), None) for expo in running}


def without_booth(exhibitors: QuerySet[Exhibitor]) -> QuerySet[Exhibitor]:
    """Neither assigned nor reserved."""
    return exhibitors.filter(booths=None, reserved_booths=None)


def without_translation(expo: Expo) -> QuerySet[Exhibitor]:
    """Those whose description is missing in one of the languages that the fair is held in."""
    described = Exhibitor.objects.filter(expo=expo).exclude(description="")
    lacking = [~Q(source_language=code) & ~Exists(_translated(code)) for code in expo.languages]
    return described.filter(reduce(or_, lacking)) if lacking else described.none()


def _translated(language: str) -> QuerySet[Translation]:
    return Translation.objects.filter(
        subject=Exhibitor.SUBJECT,
        object_id=Cast(OuterRef("pk"), CharField()),
        field="description",
        language=language,
    )


def _overdue(expos: Sequence[Expo], today: date) -> Counts:
    due = FairInvoice.objects.filter(exhibitor__expo__in=expos, corrects=None, due_on__lt=today)
    counts: dict[int, list[date]] = defaultdict(list)
    for invoice, _balance in overdue_invoices(list(due.select_related("exhibitor")), today):
        counts[invoice.exhibitor.expo_id].append(invoice.due_on)
    return {expo_id: (len(days), min(days)) for expo_id, days in counts.items()}


def _applications(expos: Sequence[Expo]) -> Counts:
    rows = FairApplication.objects.filter(expo__in=expos, status=ApplicationStatus.SUBMITTED).order_by()
    found = rows.values("expo").annotate(count=Count("pk"), first=Min("submitted_at"))
    return {row["expo"]: (row["count"], day_here(row["first"]) if row["first"] else None) for row in found}


def _holds(expos: Sequence[Expo], today: date) -> Counts:
    held = Booth.objects.filter(hall__expo__in=expos, is_held=True, is_reserved=False, exhibitor=None).order_by()
    lapsing = held.filter(held_until__gte=today, held_until__lte=today + SOON)
    found = lapsing.values("hall__expo").annotate(count=Count("pk"), first=Min("held_until"))
    return {row["hall__expo"]: (row["count"], row["first"]) for row in found}


def _contracts(expos: Sequence[Expo]) -> Counts:
    unsigned = FairContract.objects.filter(exhibitor__expo__in=expos, accepted_at=None, signed_at=None).order_by()
    found = unsigned.values("exhibitor__expo").annotate(count=Count("pk"), first=Min("paper__issued_on"))
    return {row["exhibitor__expo"]: (row["count"], row["first"]) for row in found}


def _imports(expos: Sequence[Expo]) -> Counts:
    """Those that a person can apply: neither in work nor without an answer of their source."""
    waiting = ExhibitorImport.objects.filter(expo__in=expos, applied_at=None, task="").order_by()
    waiting = waiting.exclude(problem__isnull=False, tally={})
    found = waiting.values("expo").annotate(count=Count("pk"), first=Min("created_at"))
    return {row["expo"]: (row["count"], day_here(row["first"])) for row in found}


def _deadlines(expos: Sequence[Expo], today: date) -> Counts:
    """Pages of the manual times exhibitors who have not done them although the day is over."""
    late = ManualPage.objects.filter(expo__in=expos, due_on__lt=today)
    exhibitors = {key: count for key, (count, _day) in _by_expo(Exhibitor.objects.filter(expo__in=expos)).items()}
    done_rows = ManualDone.objects.filter(page__in=late).order_by().values("page").annotate(count=Count("pk"))
    done = {row["page"]: row["count"] for row in done_rows}
    counts: dict[int, list[tuple[int, date]]] = defaultdict(list)
    for page in late:
        missing = exhibitors.get(page.expo_id, 0) - done.get(page.pk, 0)
        if missing > 0 and page.due_on is not None:
            counts[page.expo_id].append((missing, page.due_on))
    return {key: (sum(count for count, _day in rows), min(day for _count, day in rows)) for key, rows in counts.items()}


def _without_hours(expos: Sequence[Expo]) -> QuerySet[Expo]:
    return Expo.objects.filter(pk__in=[expo.pk for expo in expos], hours=None)


def _by_expo(exhibitors: "QuerySet[Exhibitor, Any]") -> Counts:
    rows = exhibitors.order_by().values("expo").annotate(count=Count("pk", distinct=True))
    return {row["expo"]: (row["count"], None) for row in rows}
