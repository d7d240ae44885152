"""Until when a deal counts as having come of a fair."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

WINDOW = Path(__file__).parent / "window.toml"


def window(ends_on: date) -> timedelta:
    """From the last day of a fair that ends on that day; the rule of that day holds for it for good."""
    rows = [row for row in _rows() if row["effective_from"] <= ends_on] or _rows()[:1]
    return timedelta(days=rows[-1]["days"])


def longest_window() -> timedelta:
    return timedelta(days=max(row["days"] for row in _rows()))


@cache
def _rows() -> list[dict[str, Any]]:
    """The oldest first."""
    rows: list[dict[str, Any]] = tomllib.loads(WINDOW.read_text(encoding="utf-8"))["window"]
    return sorted(rows, key=_start)


def _start(row: dict[str, Any]) -> date:
    start: date = row["effective_from"]
    return start
