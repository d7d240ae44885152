"""The import contracts hold, and would be noticed if they did not: each planted violation breaks its contract."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend")

PLANTED = {
    "house: catalog imports orders": ("catalog/pricing/planted.py", "import orders.models\n", "Each floor"),
    "frontend: a page imports the domain": ("frontend/planted.py", "import catalog.models\n", "The frontend"),
    "domain: a verb imports graphene": ("orders/checkout/planted.py", "import graphene\n", "Domain modules"),
    "adapters: a gateway imports another": (
        "orders/payments/gateways/test_card/planted.py",
        "import orders.payments.gateways.bank_transfer\n",
        "Adapters",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    wide = {**os.environ, "COLUMNS": "400"}  # one line per contract, whatever the terminal
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=wide)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__", "locale"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_keeps_its_contracts(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_violation_is_found(copy: Path, name: str) -> None:
    path, source, contract = PLANTED[name]
    planted = copy / path
    planted.write_text(source)
    try:
        result = lint_imports(copy)
    finally:
        planted.unlink()
    broken = [line for line in result.stdout.splitlines() if " BROKEN" in line]
    assert result.returncode != 0
    assert len(broken) == 1 and broken[0].startswith(contract), result.stdout


def test_a_planted_request_in_a_verb_is_found(tmp_path: Path) -> None:
    """`django.http` is part of an external package, which import-linter sees only whole; ruff's banned-api sees it."""
    planted = tmp_path / "catalog" / "pricing" / "planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text("from django.http import HttpRequest\n\n__all__ = ['HttpRequest']\n")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    command = [str(Path(sys.executable).parent / "ruff"), "check", "--no-cache", "--select", "TID251", "."]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode != 0 and "django.http" in result.stdout
