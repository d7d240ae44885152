"""Rules of the house that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend")
FORBIDDEN_NAMES = {"utils", "helpers", "services", "manager", "common", "core"}
SOURCES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def test_no_file_is_named_for_nothing() -> None:
    named = [path for path in SOURCES if FORBIDDEN_NAMES & {path.stem, path.parent.name}]
    assert not named


def test_only_environment_reads_the_process_environment() -> None:
    readers = [
        path
        for path in SOURCES
        if re.search(r"os\.environ(?!\.setdefault\(\"DJANGO_SETTINGS_MODULE\")|os\.getenv", path.read_text())
    ]
    assert readers == [ROOT / "marketplace" / "environment" / "__init__.py"]


FRAMEWORKS_OWN_SIGNALS = {
    # Tables are watched once all of them are there, which only the end of a migration tells.
    "marketplace/kept_answers.py",
    # Asks whether a package listens, to leave the making of instances to Django then.
    "marketplace/quick_read.py",
}


def test_no_signals_and_no_dynamic_models() -> None:
    pattern = re.compile(r"(?<!state\.)apps\.get_model\b|django\.dispatch|django\.db\.models\.signals")
    found = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if "migrations" not in path.parts and pattern.search(path.read_text())
    }
    assert found == FRAMEWORKS_OWN_SIGNALS


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_locks_pin_hashes_and_name_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    pinned = re.findall(r"^[a-zA-Z0-9][^=\s]*==\S+", text, re.MULTILINE)
    assert len(pinned) > 20
    assert "--hash=sha256:" in text
    assert "://" not in text


def test_tracked_files_are_the_projects_own() -> None:
    """No build output, database, catalogue binary or installed package is committed."""
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    unwanted = re.compile(r"(^|/)(node_modules|\.venv|var|build)/|\.(sqlite3|mo|pyc)$")
    assert not [line for line in listing.splitlines() if unwanted.search(line)]


def test_a_test_for_one_database_says_so_in_the_words_the_whole_run_accepts() -> None:
    """Where everything has to run, only what is left out with "only on" passes (tests/conftest.py)."""
    skips = [
        (path.relative_to(ROOT).as_posix(), reason)
        for path in (ROOT / "tests").rglob("*.py")
        for reason in re.findall(r'skipif\([^)]*?vendor[^)]*?reason="([^"]*)"', path.read_text())
    ]
    assert skips
    assert not [skip for skip in skips if not skip[1].startswith("only on")]
