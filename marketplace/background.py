"""Background work inside the one process of ``make run``: what Celery does where one machine is outgrown."""

import threading
import time

import structlog
from django.db import close_old_connections, connections

from marketplace.periodic import JOBS, Job

log = structlog.get_logger(__name__)


class Background:
    """One thread that runs every job of `marketplace.periodic.JOBS` at its interval until it is stopped."""

    def __init__(self, jobs: tuple[Job, ...] = JOBS) -> None:
        self._jobs = jobs
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Ask the thread to end after the job in hand and wait for it, ``timeout`` seconds at most."""
        self._stopped.set()
        self._thread.join(timeout)

    def _run(self) -> None:
        due = {job.name: 0.0 for job in self._jobs}
        while not self._stopped.wait(0.2):
            close_old_connections()
            for job in self._jobs:
                if time.monotonic() >= due[job.name] and not self._stopped.is_set():
                    self._attempt(job)
                    due[job.name] = time.monotonic() + job.every_seconds
        connections.close_all()

    def _attempt(self, job: Job) -> None:
        try:
            job.work()
        except Exception:  # a failing job is reported and tried again; the others go on
            log.exception("background job failed", job=job.name)
