"""Whole flows from a basket to an order, by as many processes as there are cores: ``DATABASE_URL`` names PostgreSQL.

``python -m tests.bench.checkout [--seconds 20] [--processes 2] [--keep]`` measures it alone. A flow is the four
requests of `checkout_flow`, through the WSGI application with all its middleware; every order is stored, its stock
held, its payment opened, its proforma fixed and its events in the outbox. The goods are of several sellers' pairs, so
that buyers meet on some stocks and not on all. ``--keep`` writes infra/benchmarks/checkout.md.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import Any

import django

from tests.bench.row import Row

ASKED = 60
"""Flows a second on two cores."""
PAIRS = 20
"""Of articles of two sellers; each flow takes one pair."""
KEPT = Path("infra/benchmarks/checkout.md")


@dataclass(frozen=True)
class Share:
    """What one process did: seconds of the clock, of its processor and of its database backend's."""

    flows: int
    seconds: float
    processor: float
    database: float
    statements: int


def rows() -> list[Row]:
    from django.db import connection

    if connection.vendor != "postgresql":
        return []
    shares = measure(seconds=10, processes=2)
    return [Row("checkout, whole flows a second", round(per_second(shares), 1), "flows/s", ASKED)]


def measure(*, seconds: float, processes: int) -> list[Share]:
    with _world() as (database, pairs):
        context = get_context("spawn")
        with context.Pool(processes) as pool:
            return pool.starmap(_work, [(database, pairs, seconds, number) for number in range(processes)])


def per_second(shares: list[Share]) -> float:
    return sum(share.flows / share.seconds for share in shares)


@contextmanager
def _world() -> Iterator[tuple[str, list[list[str]]]]:
    from django.db import connection
    from django.test.runner import DiscoverRunner

    from tests.factories.orders import make_chair, make_exchange_rate

    runner = DiscoverRunner(verbosity=0, interactive=False)
    created = runner.setup_databases()
    try:
        make_exchange_rate()
        chairs = [[_id(make_chair(stock=1_000_000)) for _ in range(2)] for _ in range(PAIRS)]
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        yield str(connection.settings_dict["NAME"]), chairs
    finally:
        runner.teardown_databases(created)


def _id(variant: Any) -> str:
    from marketplace.graphql import to_global_id

    return to_global_id("ProductVariant", variant.pk)


def _work(database: str, pairs: list[list[str]], seconds: float, number: int) -> Share:
    """In a process of its own: warm up, then flow after flow until the time is over."""
    _set_up()
    from django.db import connection

    connection.settings_dict["NAME"] = database
    connection.settings_dict["CONN_MAX_AGE"] = None  # one backend all the time, whose processor time is read
    from marketplace.wsgi import application
    from tests.bench.checkout_flow import Flow

    chance = Random(number)  # noqa: S311  # which goods
    flows = [Flow(application, pair) for pair in pairs]
    for flow in flows[:6]:
        flow.run()
    statements = _statements_of(flows[0].run)
    backend = connection.connection.info.backend_pid
    begun, processor, database_begun, done = monotonic(), process_time(), _processor_of(backend), 0
    while monotonic() - begun < seconds:
        chance.choice(flows).run()
        done += 1
    return Share(
        flows=done,
        seconds=monotonic() - begun,
        processor=process_time() - processor,
        database=_processor_of(backend) - database_begun,
        statements=statements,
    )


def _statements_of(run: Callable[[], Any]) -> int:
    """As they are sent; a log of them would be emptied by every request and change how they are read."""
    from django.db import connection

    sent: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        run()
    return len(sent)


def _processor_of(pid: int) -> float:
    """Seconds, from /proc: the database is on this machine."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    os.environ["LOG_LEVEL"] = "WARNING"
    django.setup()


def _text(shares: list[Share]) -> str:
    flows = sum(share.flows for share in shares)
    app = sum(share.processor for share in shares) / flows * 1000
    database = sum(share.database for share in shares) / flows * 1000
    return f"""# From basket to order

Written by `make bench-checkout KEEP=1` on {datetime.now(UTC).strftime("%d %B %Y")}: PostgreSQL, {len(shares)} processes
on {os.cpu_count()} processors that the database shares.

A flow is four requests: a basket with two articles of two sellers and both addresses, what delivery costs, a choice
for each seller, the order with its stock, payment, proforma and events.

| | |
|---|--:|
| whole flows a second, asked for | {ASKED} |
| **whole flows a second, seen** | **{per_second(shares):.1f}** |
| processor time of the application for one | {app:.1f} ms |
| processor time of PostgreSQL's backend for one | {database:.1f} ms |
| SQL statements of one | {shares[0].statements} |
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=20)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--keep", action="store_true")
    options = asked.parse_args()
    _set_up()
    text = _text(measure(seconds=options.seconds, processes=options.processes))
    sys.stdout.write(text)
    if options.keep:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(text)


if __name__ == "__main__":
    main()
