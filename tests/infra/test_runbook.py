"""The runbook knows every alert that can ring, and leads to files that are there."""

import re
from pathlib import Path

import yaml

INFRA = Path(__file__).resolve().parents[2] / "infra"
TEXT = (INFRA / "runbook.md").read_text()


def test_every_alert_is_in_the_runbook() -> None:
    rules = [yaml.safe_load(path.read_text()) for path in sorted((INFRA / "observability" / "rules").glob("*.yml"))]
    alerts = {
        rule["alert"]
        for file in rules
        for group in file.get("groups", [])
        for rule in group["rules"]
        if "alert" in rule
    }
    assert alerts, "no rules were found"
    assert not {alert for alert in alerts if f"`{alert}`" not in TEXT}


def test_its_links_and_files_are_there() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (INFRA / link).exists(), link
    for file in re.findall(r"`(infra/[a-z_./-]+\.[a-z]+)", TEXT):
        assert (INFRA.parent / file).exists(), file
