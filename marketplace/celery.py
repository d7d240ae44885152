"""The same clock table for Celery, where one machine is outgrown: ``celery -A marketplace.celery worker --beat``."""

import os
from typing import Any

from celery import Celery

from marketplace.environment import environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"marketplace.settings.{environment.mode}")

app = Celery("marketplace")
app.config_from_object("django.conf:settings", namespace="CELERY")


@app.task(name="marketplace.run_job", ignore_result=True)
def run_job(name: str) -> None:
    """Run one job of `marketplace.periodic.JOBS`; raises ``KeyError`` for a name that is not in the table."""
    from marketplace.periodic import JOBS

    {job.name: job for job in JOBS}[name].work()


@app.on_after_finalize.connect
def schedule(sender: Celery, **_: Any) -> None:
    from django import setup

    setup()
    from marketplace.periodic import JOBS

    for job in JOBS:
        sender.add_periodic_task(job.every_seconds, run_job.s(job.name), name=job.name, expires=60)
