"""The same clock table for Celery, where one machine is outgrown.

``celery -A marketplace.celery worker -Q money`` serves one queue, without ``-Q`` all of them;
``celery -A marketplace.celery beat`` is the clock, of which two may run.
"""

import os
from typing import Any

from celery import Celery

from marketplace.environment import environment
from marketplace.observability import tasks
from marketplace.observability.jobs import run_observed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")

app = Celery("marketplace")
app.config_from_object("django.conf:settings", namespace="CELERY")
tasks.connect()
SHORTEST_LIFE = 5.0
"""Seconds that a job waits for a worker at least, however often it comes."""


@app.task(name="marketplace.run_job", ignore_result=True)
def run_job(name: str) -> None:
    """Run one job of `marketplace.periodic.JOBS`; raises ``KeyError`` for a name that is not in the table."""
    from marketplace.periodic import JOBS

    run_observed(name, {job.name: job for job in JOBS}[name].work)


@app.on_after_finalize.connect
def schedule(sender: Celery, **_: Any) -> None:
    """Each job goes to the queue of its lane. One that found no worker until it comes again is dropped: behind workers
    that were away waits one of each, not hours of them."""
    from django import setup

    setup()
    from marketplace.periodic import JOBS, queue_of

    for job in JOBS:
        sender.add_periodic_task(
            job.every_seconds,
            run_job.s(job.name),
            name=job.name,
            queue=queue_of(job),
            expires=max(SHORTEST_LIFE, job.every_seconds),
        )
