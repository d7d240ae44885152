"""The conformance audits of graphql-http (npm) against a running server; ``npm ci`` in ``audit/`` comes first."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

AUDIT = Path(__file__).parent / "audit"
READY = shutil.which("node") is not None and (AUDIT / "node_modules" / "graphql-http").is_dir()


@pytest.mark.services
@pytest.mark.urls("tests.marketplace.graphql.http.urls")
@pytest.mark.skipif(not READY, reason="needs node, and npm ci in tests/marketplace/graphql/http/audit")
def test_every_audit_passes(live_server: Any) -> None:
    node = str(shutil.which("node"))
    run = subprocess.run(  # our own script
        [node, "audit.mjs", f"{live_server.url}/graphql/"],
        cwd=AUDIT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
