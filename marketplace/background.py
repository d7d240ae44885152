"""Background work inside the one process of ``make run``: what Celery does where one machine is outgrown."""

import threading
import time
from contextlib import suppress

from django.db import close_old_connections, connections

from marketplace.observability.jobs import run_observed
from marketplace.periodic import JOBS, Job


class Background:
    """A thread per lane of `marketplace.periodic.JOBS` that runs its jobs at their intervals until it is stopped."""

    def __init__(self, jobs: tuple[Job, ...] = JOBS) -> None:
        self._stopped = threading.Event()
        self._threads = [
            threading.Thread(
                target=self._run,
                args=(tuple(job for job in jobs if job.lane == lane),),
                name=f"background-{lane}",
                daemon=True,
            )
            for lane in dict.fromkeys(job.lane for job in jobs)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Ask the threads to end after the job in hand and wait for each, ``timeout`` seconds at most."""
        self._stopped.set()
        for thread in self._threads:
            thread.join(timeout)

    def _run(self, jobs: tuple[Job, ...]) -> None:
        due = {job.name: 0.0 for job in jobs}
        while not self._stopped.wait(0.2):
            close_old_connections()
            for job in jobs:
                if time.monotonic() >= due[job.name] and not self._stopped.is_set():
                    self._attempt(job)
                    due[job.name] = time.monotonic() + job.every_seconds
        connections.close_all()

    def _attempt(self, job: Job) -> None:
        # A failing job has been reported, and is tried again; the others go on.
        with suppress(Exception):
            run_observed(job.name, job.work)
