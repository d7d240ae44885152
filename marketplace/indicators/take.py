"""``take_snapshot``: an indicator is counted for a period and written down, once and for good."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from marketplace.indicators.definition import ALL, ROUNDED_TO, Counted, Definition, Key, Unit
from marketplace.indicators.disclosure.withhold import withhold
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.snapshot import Observation, ObservationStatus, Snapshot

Told = list[tuple[Key, Decimal | None]]
"""Figures as anybody may read them: rounded, and nothing where they are withheld."""


def take_snapshot(*, definition: Definition, period: Period, now: datetime) -> Snapshot | None:
    """Count and keep; nothing happens where it was counted already, even by another process meanwhile."""
    if earlier_snapshots(definition, period).exists():
        return None
    counted = definition.count(period)
    told = told_of(definition, counted, favoured=withheld_last_time(definition, period))
    try:
        with transaction.atomic():
            return keep(definition, period, told, counted=counted, version=1, now=now)
    except IntegrityError:
        if earlier_snapshots(definition, period).exists():
            return None
        raise


def told_of(
    definition: Definition, counted: Counted, *, always: Collection[Key] = (), favoured: Collection[Key] = ()
) -> Told:
    """What may be told of what was counted."""
    hidden = withhold(
        counted.cells,
        is_additive=definition.is_additive,
        whole=definition.unit == Unit.COUNT,
        always=always,
        favoured=favoured,
    )
    unit = ROUNDED_TO[definition.unit]
    return [(cell.key, None if cell.key in hidden else rounded(cell.value, unit)) for cell in counted.cells]


def rounded(value: Decimal, unit: Decimal) -> Decimal:
    return (value / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def keep(
    definition: Definition,
    period: Period,
    told: Told,
    *,
    counted: Counted,
    version: int,
    now: datetime,
    reason: str = "",
) -> Snapshot:
    """Inside a transaction. Two rows of a period and version cannot be: the second raises ``IntegrityError``."""
    snapshot = Snapshot.objects.create(
        indicator=definition.id,
        scope=period.scope,
        first_day=period.first,
        last_day=period.last,
        version=version,
        method_version=definition.version,
        taken_at=now,
        reason=reason,
        details=dict(counted.details),
    )
    Observation.objects.bulk_create([_observation(snapshot, key, value) for key, value in told])
    return snapshot


def _observation(snapshot: Snapshot, key: Key, value: Decimal | None) -> Observation:
    first, second = (*key, "", "")[:2]
    status = ObservationStatus.SUPPRESSED if value is None else ObservationStatus.PUBLISHED
    return Observation(snapshot=snapshot, first_key=first, second_key=second, status=status, value=value)


def earlier_snapshots(definition: Definition, period: Period) -> QuerySet[Snapshot]:
    """Of the very period, whatever their version. A fair is the same one when its days were moved."""
    found = Snapshot.objects.filter(indicator=definition.id, scope=period.scope)
    return found if period.scope else found.filter(first_day=period.first)


def withheld_last_time(definition: Definition, period: Period) -> frozenset[Key]:
    """What was withheld the day before, sums aside: it is chosen again, for from one day to the next little changes,
    and what one day tells would give away the other's."""
    if period.kind != PeriodKind.DAY:
        return frozenset()
    before = Snapshot.objects.filter(indicator=definition.id, first_day__lt=period.first)
    latest = before.order_by("-first_day", "-version").first()
    return frozenset(key for key in withheld_in([latest] if latest else []) if ALL not in key)


def withheld_in(snapshots: Sequence[Snapshot]) -> frozenset[Key]:
    rows = Observation.objects.filter(snapshot__in=snapshots, status=ObservationStatus.SUPPRESSED)
    return frozenset(row.key for row in rows.only("first_key", "second_key"))
