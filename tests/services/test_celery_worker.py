"""Where one machine is outgrown: a real worker with a real broker does what the thread of ``make run`` does."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection, transaction

from marketplace.accounts.events import AccountRegistered
from marketplace.events.models import OutboxMessage
from marketplace.events.publish import publish
from tests.factories.accounts import make_user

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker with its own clock, on the database of this test."""
    url = urlsplit(os.environ["DATABASE_URL"])
    database = urlunsplit(url._replace(path=f"/{settings.DATABASES['default']['NAME']}"))
    log = (tmp_path / "worker.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "marketplace.celery", "worker", "--beat", "--concurrency=1",
         f"--schedule={tmp_path / 'schedule'}", "--loglevel=WARNING"],
        cwd=ROOT, stdout=log, stderr=log, env={**os.environ, "DATABASE_URL": database, "MARKETPLACE_MODE": "testing"},
    )  # fmt: skip
    yield process
    process.terminate()
    process.wait(30)
    log.close()


def test_a_worker_delivers_what_was_published(worker: subprocess.Popen[bytes]) -> None:
    user = make_user()
    with transaction.atomic():
        publish(AccountRegistered(user_id=user.pk, redirect_url=""))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and worker.poll() is None:
        if OutboxMessage.objects.filter(delivered_at__isnull=False).exists():
            break
        time.sleep(0.5)
    message = OutboxMessage.objects.get()
    assert worker.poll() is None, "the worker ended by itself"
    assert message.delivered_at is not None, message.last_error


def test_the_services_are_the_real_ones() -> None:
    """The suite of ``make test-services`` would prove little on the embedded default."""
    from django.core.cache import cache

    assert connection.vendor == "postgresql"
    cache.set("asked", "answered", 5)
    assert cache.get("asked") == "answered"
    assert cache._connections["default"].is_shared  # type: ignore[attr-defined]
