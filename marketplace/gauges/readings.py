"""Ask every subject for its figures, for all processes together at most every `KEPT_SECONDS`."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from django.core.cache import cache
from django.db import DatabaseError
from prometheus_client.metrics_core import GaugeMetricFamily, Metric

from marketplace.gauges import database, imports, jobs, letters, outbox, payments, queues, webhooks
from marketplace.gauges.reading import Reading
from marketplace.observability.errors.report import report
from marketplace.observability.metrics.exposition import add_readings
from marketplace.observability.metrics.instruments import PREFIX

KEPT_SECONDS = 15
_KEY = "gauges"
SUBJECTS: Mapping[str, Callable[[], Iterator[Reading]]] = {
    "outbox": outbox.read,
    "letters": letters.read,
    "webhooks": webhooks.read,
    "payments": payments.read,
    "imports": imports.read,
    "database": database.read,
    "queues": queues.read,
    "jobs": jobs.read,
}


def connect() -> None:
    """Have them asked at every scrape; doing it again changes nothing."""
    add_readings(read_metrics)


def read_metrics() -> Iterable[Metric]:
    """One family a name; a subject that cannot be asked now is missing, and ``marketplace_reading_failed`` says so."""
    families: dict[str, GaugeMetricFamily] = {}
    for one in _readings():
        family = families.get(one.name)
        if family is None:
            family = families[one.name] = GaugeMetricFamily(PREFIX + one.name, one.says, labels=tuple(one.labels))
        family.add_metric(tuple(one.labels.values()), one.value)
    return families.values()


def _readings() -> list[Reading]:
    known: list[Reading] | None = cache.get(_KEY)
    if known is None:
        known = [reading for name, read in SUBJECTS.items() for reading in _asked(name, read)]
        cache.set(_KEY, known, KEPT_SECONDS)
    return known


def _asked(name: str, read: Callable[[], Iterator[Reading]]) -> list[Reading]:
    says = "Whether a subject could not be asked for its figures."
    try:
        return [*read(), Reading("reading_failed", says, 0, {"subject": name})]
    except (DatabaseError, OSError) as failure:  # what can still be told is told
        report(failure, "reading failed", subject=name)
        return [Reading("reading_failed", says, 1, {"subject": name})]
