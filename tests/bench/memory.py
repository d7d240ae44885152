"""What one worker of production needs of memory, and whether it grows: ``DATABASE_URL`` names PostgreSQL.

``python -m tests.bench.memory [--requests 100000] [--every 5000] [--products 2000] [--keep]`` starts one process of
granian as in production, asks it by four connections for the mixture of `memory_requests`, each request drawn by
chance, and reads the process's resident memory every so often. ``REDIS_URL`` is passed on. ``--keep`` writes
infra/benchmarks/memory.md.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import linear_regression
from time import monotonic

import django

from tests.bench.hot_reads_load import family, processor_seconds
from tests.bench.hot_reads_servers import Server
from tests.bench.memory_line import PatientLine
from tests.bench.memory_requests import mixed
from tests.bench.memory_server import started

KEPT = Path("infra/benchmarks/memory.md")
LINES = 4
MOST_MB = 250
MOST_GROWTH_MB = 5
"""A hundred thousand requests more may add so much, by the slope of the second half."""


@dataclass
class Seen:
    asked: list[int] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    processor: float = 0.0

    @property
    def growth(self) -> float:
        """Megabytes for 100,000 requests, by a straight line through the second half."""
        half = len(self.asked) // 2
        slope: float = linear_regression(self.asked[half:], self.megabytes[half:]).slope
        return slope * 100_000

    @property
    def holds(self) -> bool:
        return max(self.megabytes) < MOST_MB and self.growth < MOST_GROWTH_MB and not self.failed

    @property
    def failed(self) -> int:
        return sum(number for status, number in self.statuses.items() if status >= 500)


def measure(options: argparse.Namespace) -> Seen:
    with _world(options.products) as (database, slugs, variants), tempfile.TemporaryDirectory() as folder:
        server = started(Path(folder), database, options.port)
        try:
            return _asked(server, options, slugs, variants)
        finally:
            server.stop()


def _asked(server: Server, options: argparse.Namespace, slugs: list[str], variants: list[str]) -> Seen:
    seen, began = Seen(), monotonic()
    lines = [PatientLine(server.port) for _ in range(LINES)]
    askers = [_asker(line, mixed(slugs, variants, seed), seen) for seed, line in enumerate(lines)]
    with ThreadPoolExecutor(LINES) as pool:
        while (done := sum(seen.kinds.values())) < options.requests:
            share = min(options.every, options.requests - done) // LINES
            list(pool.map(lambda ask, share=share: [next(ask) for _ in range(share)], askers))
            seen.asked.append(sum(seen.kinds.values()))
            seen.megabytes.append(max(map(resident, family(server.process.pid))))
            _say(f"{seen.asked[-1]:>7} requests  {seen.megabytes[-1]:6.1f} MB  {monotonic() - began:5.0f} s")
    seen.processor = processor_seconds(family(server.process.pid))
    return seen


def _asker(line: PatientLine, requests: Iterator[tuple[str, bytes]], seen: Seen) -> Iterator[None]:
    for kind, request in requests:
        seen.statuses[line.status(request)] += 1
        seen.kinds[kind] += 1
        yield


def resident(pid: int) -> float:
    """Megabytes of a process that are in memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def _world(number: int) -> Iterator[tuple[str, list[str], list[str]]]:
    """``DATABASE_URL`` of a new database, slugs of its products in the market eu, and global ids of their variants."""
    from catalog.models import Product, ProductVariant
    from marketplace.graphql import to_global_id
    from tests.bench.hot_reads_world import world
    from tests.factories.orders import make_exchange_rate

    with tempfile.TemporaryDirectory() as folder, world(number, Path(folder)) as (url, _limit):
        make_exchange_rate()
        sold = Product.objects.filter(channel_listings__channel__slug="eu").order_by("pk")
        slugs = list(sold.values_list("slug", flat=True))
        variants = ProductVariant.objects.filter(product__in=sold).values_list("pk", flat=True)[:400]
        yield url, slugs, [to_global_id("ProductVariant", each) for each in variants]


def _text(seen: Seen, options: argparse.Namespace) -> str:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout
    kinds = ", ".join(f"{number} {kind}" for kind, number in seen.kinds.most_common())
    statuses = ", ".join(f"{number} × {status}" for status, number in sorted(seen.statuses.items()))
    rows = "\n".join(f"| {asked:,} | {size:.1f} |" for asked, size in zip(seen.asked, seen.megabytes, strict=True))
    return f"""# Memory of a worker

`make bench-memory KEEP=1`, {datetime.now(UTC):%Y-%m-%d}, {commit.strip()}: one worker of granian with the settings of
production (four threads), PostgreSQL, {options.products:,} products with two variants each in seven languages. Resident
memory of its largest process, in MB of a million bytes.

| | |
|---|--:|
| requests | {seen.asked[-1]:,} ({kinds}) |
| answers | {statuses} |
| most, allowed | {MOST_MB} MB |
| **most, seen** | **{max(seen.megabytes):.1f} MB** |
| growth in 100,000 requests by the slope of the second half, allowed | {MOST_GROWTH_MB} MB |
| **the same, seen** | **{seen.growth:.1f} MB** |
| processor time of the worker for a request | {seen.processor / seen.asked[-1] * 1000:.2f} ms |

| after | MB |
|--:|--:|
{rows}
"""


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    asked = argparse.ArgumentParser(prog="python -m tests.bench.memory")
    asked.add_argument("--requests", type=int, default=100_000)
    asked.add_argument("--every", type=int, default=5_000)
    asked.add_argument("--products", type=int, default=2_000)
    asked.add_argument("--port", type=int, default=28_911)
    asked.add_argument("--keep", action="store_true")
    options = asked.parse_args()
    django.setup()
    seen = measure(options)
    text = _text(seen, options)
    _say(text)
    if options.keep:
        KEPT.write_text(text)
    return 0 if seen.holds else 1


if __name__ == "__main__":
    sys.exit(main())
