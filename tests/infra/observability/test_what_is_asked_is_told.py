"""Every rule and panel asks for something that is really exported; Prometheus' own tool tries the rules."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from marketplace.gauges import readings
from marketplace.observability.metrics.exposition import names
from marketplace.observability.metrics.process import note_memory

FOLDER = Path(__file__).resolve().parents[3] / "infra" / "observability"
RULES = [path for path in sorted((FOLDER / "rules").glob("*.yml")) if path.name != "tests.yml"]
BOARDS = sorted((FOLDER / "dashboards").glob("*.json"))
NAME = re.compile(r"\bmarketplace_\w+")
ONLY_ON_POSTGRESQL_AND_REDIS = {
    "marketplace_database_connections", "marketplace_database_connections_most", "marketplace_queue_length",
}  # fmt: skip
ONLY_WHERE_THERE_ARE_SOME = {"marketplace_payments_last_hour", "marketplace_payouts_open"}


def alerts(path: Path) -> list[dict[str, Any]]:
    return [rule for group in yaml.safe_load(path.read_text())["groups"] for rule in group["rules"]]


def exported() -> set[str]:
    import marketplace.observability.jobs
    import marketplace.observability.requests
    import marketplace.push.send
    import marketplace.schema  # whatever counts is imported by then  # noqa: F401

    note_memory()
    readings.connect()
    return names() | ONLY_ON_POSTGRESQL_AND_REDIS | ONLY_WHERE_THERE_ARE_SOME


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*RULES, *BOARDS], ids=lambda path: path.name)
def test_whatever_is_asked_for_is_told(path: Path) -> None:
    text = path.read_text()
    asked = set(NAME.findall(text if path.suffix == ".yml" else " ".join(expressions(path))))
    assert asked and asked <= exported(), asked - exported()


def expressions(board: Path) -> list[str]:
    return [target["expr"] for panel in json.loads(board.read_text())["panels"] for target in panel["targets"]]


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_every_alert_says_what_to_do(path: Path) -> None:
    text = (FOLDER / "README.md").read_text()
    for rule in alerts(path):
        assert rule["labels"]["severity"] in {"page", "ticket"} and rule["for"]
        assert {"summary", "description", "runbook"} == set(rule["annotations"])
        assert f"### {rule['alert']}\n" in text


@pytest.mark.services
def test_prometheus_understands_them() -> None:
    """Debian's package prometheus has the tool."""
    tool = shutil.which("promtool")
    assert tool is not None, "promtool is not installed: apt-get install prometheus"
    for command in (["check", "rules", *map(str, RULES)], ["test", "rules", str(FOLDER / "rules" / "tests.yml")]):
        subprocess.run([tool, *command], check=True, capture_output=True)
