"""Two real clocks at once: one leads; killed without warning, it is followed by the other, and no job comes twice."""

import base64
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
import redis
from django.conf import settings

from marketplace.beat.scheduler import RARE
from marketplace.beat.tick import BEAT, JobTick
from marketplace.periodic import JOBS, queue_of
from marketplace.settings.tasks import QUEUES
from tests.peers.redis_server import redis_server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90
DUE = [job.name for job in JOBS if job.every >= RARE]

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@contextmanager
def clock(broker: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    url = urlsplit(os.environ["DATABASE_URL"])
    database = urlunsplit(url._replace(path=f"/{settings.DATABASES['default']['NAME']}"))
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "marketplace.celery", "beat", "--loglevel=INFO"],
            cwd=ROOT, stdout=file, stderr=file,
            env={**os.environ, "DATABASE_URL": database, "REDIS_URL": broker, "MARKETPLACE_MODE": "testing"},
        )  # fmt: skip
        try:
            yield process
        finally:
            process.kill()
            process.wait(30)


def test_one_leads_the_other_follows_and_nothing_comes_twice(tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=40)
    JobTick.objects.bulk_create([JobTick(name=name, sent_at=long_ago, sent_by="earlier") for name in DUE])
    with redis_server("--save", "") as broker:
        waiting = redis.Redis.from_url(broker)
        with clock(broker, tmp_path / "first.log") as first:
            until(lambda: leader() == first.pid)
            with clock(broker, tmp_path / "second.log") as second:
                until(lambda: set(DUE) <= set(sent(waiting)))
                time.sleep(3)  # the second one is there and sends nothing
                assert leader() == first.pid
                os.kill(first.pid, signal.SIGKILL)
                until(lambda: leader() == second.pid)
                before = sent(waiting)["deliver-events"]
                until(lambda: sent(waiting)["deliver-events"] > before)
        found = sent(waiting)
        once = {job.name: found[job.name] for job in JOBS if job.every >= timedelta(minutes=10)}
        assert set(once.values()) == {1}, {name: times for name, times in once.items() if times != 1}
        assert queues(waiting) == {job.name: queue_of(job) for job in JOBS if job.name in found}


def leader() -> int:
    """The process that last gave a sign of life."""
    row = JobTick.objects.filter(name=BEAT).first()
    return int(row.sent_by.rpartition(":")[2]) if row else 0


def messages(waiting: "redis.Redis[bytes]") -> Iterator[tuple[str, str]]:
    """Queue and job of everything that was sent; nobody works it off."""
    for queue in QUEUES:
        for raw in waiting.lrange(queue, 0, -1):
            yield queue, json.loads(base64.b64decode(json.loads(raw)["body"]))[0][0]


def sent(waiting: "redis.Redis[bytes]") -> Counter[str]:
    return Counter(job for _, job in messages(waiting))


def queues(waiting: "redis.Redis[bytes]") -> dict[str, str]:
    return {job: queue for queue, job in messages(waiting)}


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)
