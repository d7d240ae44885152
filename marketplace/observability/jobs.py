"""Jobs that run by the clock: each run is work of its own, measured; a line in the log where something was done."""

from collections.abc import Callable
from time import perf_counter, time

import structlog

from marketplace.observability import work
from marketplace.observability.errors.report import report
from marketplace.observability.metrics.instruments import counter, duration, gauge
from marketplace.observability.metrics.process import note_memory
from marketplace.observability.tracing import spans

log = structlog.get_logger("marketplace.job")
LONG_SECONDS = 1.0

_runs = counter("job_runs", "Runs of a job by how they ended.", ["job", "outcome"])
_items = counter("job_items", "What a job's runs did, in its own pieces: letters, reservations, events.", ["job"])
_seconds = duration("job", "Time that a run took.", ["job"])
_succeeded = gauge("job_last_success_timestamp_seconds", "When a job last ended well, in Unix time.", ["job"])


def run_observed(name: str, run: Callable[[], object]) -> object:
    """Run a job; its failure is logged and reported once, and raised. Jobs that found nothing to do are silent."""
    started = perf_counter()
    with work.working("job", name) as doing, spans.span(f"job {name}", kind=spans.CONSUMER):
        try:
            done = run()
        except Exception as error:
            _runs.labels(name, "failed").inc()
            report(error, "job failed", job=name)
            raise
        finally:
            seconds = perf_counter() - started
            _seconds.labels(name).observe(seconds)
            note_memory()
        _runs.labels(name, "succeeded").inc()
        _succeeded.labels(name).set(time())
        count = done if isinstance(done, int) and not isinstance(done, bool) else 0
        if count > 0:
            _items.labels(name).inc(count)
        write = log.info if count or seconds > LONG_SECONDS else log.debug
        write("job done", items=count, milliseconds=round(seconds * 1000, 1), statements=doing.statements)
        return done
