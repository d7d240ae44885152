"""What the product imports is what the image installs: a package of the tests' own would not be there."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("catalog", "frontend", "i18n", "logistics", "marketplace", "orders")


def test_every_imported_package_is_in_the_lock() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    locked = {plain(line.partition("==")[0].partition("[")[0]) for line in lines if re.match(r"[A-Za-z].*==", line)}
    owners = packages_distributions()
    ours = {*sys.stdlib_module_names, *PACKAGES}
    missing = {
        name: str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for name in imported(path)
        if name not in ours and not {plain(owner) for owner in owners.get(name, [])} & locked
    }
    assert not missing


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
