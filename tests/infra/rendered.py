"""What ``infra/validate/check.sh`` made of the chart and of compose; rendered once a test run."""

import functools
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import yaml

INFRA = Path(__file__).resolve().parents[2] / "infra"
EXAMPLES = sorted(path.stem for path in (INFRA / "chart" / "examples").glob("*.yaml"))


@functools.cache
def rendered() -> Path:
    """The folder of the results; raises with what the validator said."""
    out = Path(tempfile.mkdtemp(prefix="marketplace-rendered-"))
    done = subprocess.run(
        [INFRA / "validate" / "check.sh", str(out)], capture_output=True, text=True, check=False, timeout=1500
    )
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)
    return out


def objects(example: str) -> list[dict[str, Any]]:
    """Every object of the chart with the values of an example."""
    text = (rendered() / f"chart-{example}.yaml").read_text()
    return [found for found in yaml.safe_load_all(text) if found]


def of_kind(example: str, *kinds: str) -> list[dict[str, Any]]:
    return [found for found in objects(example) if found["kind"] in kinds]


def compose_services() -> dict[str, dict[str, Any]]:
    loaded: dict[str, Any] = json.loads((rendered() / "compose.json").read_text())
    services: dict[str, dict[str, Any]] = loaded["services"]
    return services


def validate(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [INFRA / "validate" / "validate.sh", *arguments], capture_output=True, text=True, check=False, timeout=1500
    )
