"""Find entries."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from i18n.today import HERE
from marketplace.audit.entry import AuditEntry, AuditObject


@dataclass(frozen=True, slots=True)
class Wanted:
    """What has to hold of an entry; ``None`` and ``""`` leave it open."""

    actor: UUID | None = None
    acting_for: UUID | None = None
    named: tuple[str, str] | None = None
    operation: str = ""
    outcome: str = ""
    request_id: str = ""
    first_day: date | None = None
    last_day: date | None = None


def find_entries(wanted: Wanted) -> QuerySet[AuditEntry]:
    """The latest first."""
    rows: QuerySet[AuditEntry] = AuditEntry.objects.order_by("-at", "-id")
    if wanted.actor is not None:
        rows = rows.filter(actor__public_id=wanted.actor)
    if wanted.acting_for is not None:
        rows = rows.filter(acting_for__public_id=wanted.acting_for)
    if wanted.named is not None:
        kind, key = wanted.named
        rows = rows.filter(pk__in=AuditObject.objects.filter(kind=kind, key=key).values("entry"))
    if wanted.operation:
        rows = rows.filter(operation__startswith=wanted.operation)
    if wanted.outcome:
        rows = rows.filter(outcome=wanted.outcome)
    if wanted.request_id:
        rows = rows.filter(request_id=wanted.request_id)
    return _within(rows, wanted)


def _within(rows: QuerySet[AuditEntry], wanted: Wanted) -> QuerySet[AuditEntry]:
    if wanted.first_day is not None:
        rows = rows.filter(at__gte=_begin(wanted.first_day))
    if wanted.last_day is not None:
        rows = rows.filter(at__lt=_begin(wanted.last_day + timedelta(days=1)))
    return rows


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=HERE)
