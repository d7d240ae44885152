"""``take_due``: the daily job."""

from __future__ import annotations

from datetime import date, datetime

import structlog

from i18n.today import day_here
from marketplace.indicators.definition import Definition
from marketplace.indicators.definitions import definitions
from marketplace.indicators.due import due
from marketplace.indicators.period import Period
from marketplace.indicators.snapshot import Snapshot
from marketplace.indicators.take import take_snapshot

log = structlog.get_logger(__name__)


def take_due(*, now: datetime) -> int:
    """Count what is due and not counted yet; the number of snapshots taken. Run twice, the second does nothing.

    One that fails does not keep the others from being counted; all failures are raised together at the end.
    """
    taken, failures = 0, []
    for definition in definitions().values():
        try:
            taken += sum(_take(definition, period, now) for period in _left(definition, day_here(now)))
        except Exception as failure:  # whatever it is, the others are counted first; it is raised below
            failures.append(failure)
    if failures:
        raise ExceptionGroup("some indicators could not be counted", failures)
    return taken


def _take(definition: Definition, period: Period, now: datetime) -> bool:
    snapshot = take_snapshot(definition=definition, period=period, now=now)
    if snapshot is not None:
        log.info("indicators.counted", indicator=definition.id, period=period.code)
    return snapshot is not None


def _left(definition: Definition, today: date) -> list[Period]:
    wanted = due(definition, today)
    known = set(Snapshot.objects.filter(indicator=definition.id).order_by().values_list("scope", "first_day"))
    fairs = {scope for scope, _ in known if scope}
    return [each for each in wanted if (each.scope, each.first) not in known and each.scope not in fairs]
