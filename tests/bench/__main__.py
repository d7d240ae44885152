"""`make bench`: prints what every file of this folder measures and writes it to build/bench.json.

To add a row, add a file with a function `rows() -> list[Row]`; it is found by being here.
"""

import os
import pkgutil
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import django
import orjson

from tests import bench
from tests.bench.row import Row

OUTPUT = Path("build/bench.json")


def measure() -> list[Row]:
    """The rows of all files here, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(bench.__path__))
    modules = [import_module(f"{bench.__name__}.{name}") for name in names if not name.startswith(("_", "test_"))]
    return [row for module in modules if hasattr(module, "rows") for row in module.rows()]


def table(rows: list[Row]) -> str:
    lines = [("", "figure", "unit", "against", "times")]
    lines += [(row.name, _number(row.figure), row.unit, _number(row.against), _number(row.ratio)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    django.setup()
    rows = measure()
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_bytes(orjson.dumps([asdict(row) for row in rows], option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.write(table(rows) + "\n")


if __name__ == "__main__":
    main()
