"""``/metrics``: for who has the token, right over several processes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

import marketplace.observability.jobs  # noqa: F401  # what a worker counts
from marketplace.observability.metrics.listen import listen

ROOT = Path(__file__).resolve().parents[4]
TOKEN = "only-for-tests-of-figures-0123"
pytestmark = pytest.mark.django_db


def test_nobody_reads_it_without_the_token(client: Client, settings: Any) -> None:
    assert client.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = TOKEN
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer another"}).status_code == 404
    assert client.get(f"/metrics?token={TOKEN}").status_code == 404


def test_what_is_told_can_be_read(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = TOKEN
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    families = {family.name: family for family in text_string_to_metric_families(answer.content.decode())}
    assert {"marketplace_request_seconds", "marketplace_outbox_waiting", "marketplace_job_interval_seconds"} <= set(
        families
    )
    assert all(name.startswith("marketplace_") for name in families)


def test_a_worker_answers_at_a_door_of_its_own(settings: Any) -> None:
    settings.METRICS_TOKEN = TOKEN
    server = listen(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{server.server_address[1]}/metrics"
    try:
        with pytest.raises(HTTPError) as refused:
            urlopen(address, timeout=20)
        assert refused.value.code == 404
        refused.value.close()
        with urlopen(Request(address, headers={"Authorization": f"Bearer {TOKEN}"}), timeout=20) as answer:
            assert b"marketplace_job_seconds" in answer.read()
    finally:
        server.shutdown()
        server.server_close()


COUNTS = """
import marketplace.observability.requests as requests
requests._answers.labels("GET", "health", "200").observe(0.01)
from marketplace.observability.metrics import process
process.note_memory()
"""
ADDS_UP = """
from pathlib import Path
from django.conf import settings
from marketplace.observability.metrics.exposition import exposition
print(exposition().decode())
"""


def test_processes_add_up(tmp_path: Path) -> None:
    """Two that have ended and the one that is asked: what was counted stays, what was held is forgotten."""
    variables = {**os.environ, "MARKETPLACE_MODE": "testing", "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}

    def run(code: str) -> str:
        setup = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'marketplace.settings.testing'\n"
        command = [sys.executable, "-c", setup + code]
        return subprocess.run(command, cwd=ROOT, env=variables, check=True, capture_output=True, text=True).stdout

    run(COUNTS)
    run(COUNTS)
    told = run(ADDS_UP)
    assert 'marketplace_request_seconds_count{method="GET",route="health",status="200"} 2.0' in told
    assert "marketplace_process_resident_bytes{" not in told
