"""``restate``: a period is counted again because what was counted turned out to be wrong."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from marketplace.indicators.definition import Definition
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.snapshot import Snapshot
from marketplace.indicators.take import earlier_snapshots, keep, told_of, withheld_in


class CannotRestate(Exception):
    """What there was on a day cannot be counted afterwards."""

    def __init__(self, indicator: str) -> None:
        super().__init__(f"{indicator} counts what there is, and only on the day itself")
        self.indicator = indicator


class NeverCounted(LookupError):
    """The period has no first version yet."""

    def __init__(self, indicator: str, period: str) -> None:
        super().__init__(f"{indicator} was never counted for {period}")
        self.indicator = indicator
        self.period = period


def restate(*, definition: Definition, period: Period, reason: str, now: datetime) -> Snapshot | None:
    """Keep the figures as they are now as the next version, or nothing where they are as before.

    What any earlier version withheld stays withheld, whoever is behind it now: two versions side by side must not tell
    what each of them keeps. Raises `CannotRestate`, `NeverCounted`.
    """
    if definition.period == PeriodKind.DAY:
        raise CannotRestate(definition.id)
    with transaction.atomic():
        versions = list(earlier_snapshots(definition, period).order_by("version"))
        if not versions:
            raise NeverCounted(definition.id, period.code)
        counted = definition.count(period)
        told = told_of(definition, counted, always=withheld_in(versions))
        if _figures(versions[-1]) == dict(told):
            return None
        version = versions[-1].version + 1
        return keep(definition, period, told, counted=counted, version=version, now=now, reason=reason)


def _figures(snapshot: Snapshot) -> dict[tuple[str, ...], object]:
    return {row.key: row.value for row in snapshot.observations.all()}
