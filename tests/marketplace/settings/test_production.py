"""The public installation starts as it should, or not at all: in processes of its own, by its own settings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAFE = {
    "MARKETPLACE_MODE": "production",
    "SECRET_KEY": "n3w-AND-long-enough-for-production_0123456789abcdefghij",
    "SEALING_KEYS": "k" * 32,
    "PUBLIC_URL": "https://market.example",
    "ALLOWED_HOSTS": "market.example",
}
STRAY = {"MARKETPLACE_MODE", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "REDIS_URL", "SEARCH_URL"}


def production(*command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in STRAY}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**inherited, **SAFE, "DATA_DIR": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_deployment_check_is_clean(tmp_path: Path) -> None:
    found = production("-m", "marketplace", "check", "--deploy", "--fail-level", "DEBUG", folder=tmp_path)
    assert (found.returncode, found.stderr) == (0, ""), found.stderr
    assert "no issues (0 silenced)" in found.stdout


def test_a_refusal_is_one_line_without_the_secret(tmp_path: Path) -> None:
    found = production("-m", "marketplace", "check", folder=tmp_path, SECRET_KEY="hunter2")
    assert found.returncode == 1
    assert found.stderr.startswith("marketplace: SECRET_KEY must have at least 50") and "hunter2" not in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["DEBUG", "TEST_PAYMENTS", "WEBHOOKS_MAY_LOOP_BACK"])
def test_settings_of_ones_own_cannot_make_it_unsafe(tmp_path: Path, name: str) -> None:
    (tmp_path / "daring.py").write_text(f"from marketplace.settings.production import *\n{name} = True\n")
    found = production(
        "-c",
        "import django; django.setup()",
        folder=tmp_path,
        DJANGO_SETTINGS_MODULE="daring",
        PYTHONPATH=f"{tmp_path}:{ROOT}",
    )
    assert found.returncode == 1 and f"{name} must be off in production" in found.stderr
