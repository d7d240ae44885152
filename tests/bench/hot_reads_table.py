"""The figures as a table in Markdown, one section for each database, kept in infra/benchmarks/hot-reads.md."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.hot_reads_load import Load

if TYPE_CHECKING:
    from tests.bench.hot_reads import Case

KEPT = Path("infra/benchmarks/hot-reads.md")
PROMISED = {"uncached": 0.25, "cached": 0.70}
_HEAD = """# Hot reads against the limit

The list of 20 products (500 values: names, translations, prices, stock, two variants each) and one product's page,
over HTTP, in one process on one core, against a bare WSGI application that reads 20 rows of 25 columns by one
statement and dumps them with orjson: same server, same database, same core, in turns. Written by
`make bench-hot KEEP=1`; how it is measured is in `tests/bench/hot_reads.py`. ms are processor time for one request.
"""


def table(cases: "list[Case]", options: argparse.Namespace) -> str:
    from django.db import connection

    limit = [load for case in cases for load, _ours in case.rounds]
    lines = [
        f"## {connection.vendor}, {options.server}, {options.products:,} products, {options.rounds} rounds",
        "",
        "| | requests/s, of the limit | promised | processor time, of the limit | requests/s | application ms "
        "| database ms | statements | values |",
        "|---|---|---|---|---|---|---|---|---|",
        f"| the limit | 1 | | 1 | {_middle(limit, lambda load: load.per_second):.0f} "
        f"| {_middle(limit, lambda load: load.server_ms):.2f} | {_middle(limit, lambda load: load.database_ms):.2f} "
        "| 1 | 500 |",
        *map(_line, cases),
    ]
    return "\n".join(lines)


def _line(case: "Case") -> str:
    ours = [load for _limit, load in case.rounds]
    statements = "" if case.statements is None else f"{case.statements:g}"
    return (
        f"| {case.name} | {case.ratio:.0%} | {PROMISED[case.name.rpartition(' ')[2]]:.0%} "
        f"| {case.processor_ratio:.0%} | {_middle(ours, lambda load: load.per_second):.0f} "
        f"| {_middle(ours, lambda load: load.server_ms):.2f} | {_middle(ours, lambda load: load.database_ms):.2f} "
        f"| {statements} | {case.values} |"
    )


def _middle(loads: list[Load], of: Callable[[Load], float]) -> float:
    return median(map(of, loads))


def keep(section: str) -> None:
    """Puts the section in the place of the one with the same database and server."""
    text = KEPT.read_text(encoding="utf-8") if KEPT.exists() else _HEAD
    title = ", ".join(section.partition("\n")[0].split(", ")[:2])
    others = [part for part in re.split(r"\n(?=## )", text.rstrip()) if not part.startswith(title + ",")]
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text("\n".join([others[0].rstrip() + "\n", *sorted([*others[1:], section + "\n"])]), encoding="utf-8")
