"""What the product imports is what the image installs: a package of the tests' own would not be there."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("catalog", "frontend", "i18n", "logistics", "marketplace", "orders")


LOADED_BY_NAME = ("kombu.transport.redis", "django_redis.client.default", "celery.apps.worker", "granian.server.mp")
"""Modules of packages that settings or commands name, so that no import of ours shows what they need in turn."""


def test_every_imported_package_is_in_the_lock() -> None:
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    assert not not_in_the_lock(files)


def test_what_settings_name_finds_its_imports_in_the_lock() -> None:
    specs = [find_spec(name) for name in LOADED_BY_NAME]
    files = [Path(spec.origin) for spec in specs if spec and spec.origin]
    assert len(files) == len(LOADED_BY_NAME)
    assert not not_in_the_lock(files)


def not_in_the_lock(files: Iterable[Path]) -> dict[str, str]:
    """Top-level names that are imported but belong to no locked package, with a file that imports them."""
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    locked = {plain(line.partition("==")[0].partition("[")[0]) for line in lines if re.match(r"[A-Za-z].*==", line)}
    owners = packages_distributions()
    ours = {*sys.stdlib_module_names, *PACKAGES}
    return {
        name: str(path)
        for path in files
        for name in imported(path)
        if name not in ours and not {plain(owner) for owner in owners.get(name, [])} & locked
    }


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
