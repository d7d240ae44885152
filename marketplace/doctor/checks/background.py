"""Background work: every queue has a worker, and the clock ticks."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from marketplace.beat.tick import BEAT, last_ticks
from marketplace.doctor.finding import Finding, good, noted, wrong
from marketplace.settings.tasks import QUEUES

PATIENCE = 2.0
LONGEST_SILENCE = timedelta(seconds=60)


def check() -> Iterator[Finding]:
    if not settings.CELERY_BROKER_URL:
        yield noted("no Celery: the process of `python -m marketplace run` works in the background itself")
        return
    yield from _workers()
    yield _clock()


def _workers() -> Iterator[Finding]:
    from marketplace.celery import app

    try:
        answers = app.control.inspect(timeout=PATIENCE).active_queues() or {}
    except Exception as error:  # the broker's errors are of many families
        yield wrong(f"workers cannot be asked: {type(error).__name__}", "Mend Redis first.")
        return
    served = {queue["name"] for queues in answers.values() for queue in queues}
    for name in QUEUES:
        if name not in served:
            yield wrong(f"nobody works on the queue {name}", f"Start: celery -A marketplace.celery worker -Q {name}")
    if served:
        yield good(f"{len(answers)} workers serve {', '.join(sorted(served & set(QUEUES)))}")


def _clock() -> Finding:
    try:
        last = last_ticks().get(BEAT)
    except DatabaseError as error:
        return wrong(f"the clock's table cannot be read: {type(error).__name__}", "Mend the database first.")
    if last is None or timezone.now() - last > LONGEST_SILENCE:
        when = "never" if last is None else f"last at {last:%Y-%m-%d %H:%M:%S} UTC"
        return wrong(f"the clock does not tick ({when})", "Start: celery -A marketplace.celery beat")
    return good(f"the clock ticked {(timezone.now() - last).total_seconds():.0f} s ago")
