"""How long the chain of a thing and the list of a recall take among a million events.

``python -m tests.bench.trace [events]`` measures it alone, on the database that DATABASE_URL names, else on SQLite; it
makes a database of its own, which is gone afterwards. The figures are the slowest of ten different starts, each read
for the first time.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

import django
from django.db import connection, transaction
from django.test.runner import DiscoverRunner

from tests.bench.row import Row

EVENTS = 1_000_000
TRIES = 10
Ask = Callable[[str], int]


@dataclass(frozen=True)
class Question:
    name: str
    starts: Sequence[str]
    ask: Ask
    """Answers how large the answer was."""


@dataclass(frozen=True)
class Answer:
    question: Question
    seconds: float
    """Of the slowest start."""
    least_seconds: float
    """Of the quickest: what others do on the machine meanwhile weighs least on it."""
    size: int
    """Of the largest answer."""


def rows() -> list[Row]:
    return measure(EVENTS)


def measure(number: int) -> list[Row]:
    from tests.factories.sellers import make_seller

    with _database():
        began = perf_counter()
        asked = questions(number, [make_seller().pk for _ in range(8)])
        where = f"{connection.vendor}, {number:,} events"
        found = [Row(f"chain written ({where})", perf_counter() - began, "s")]
        for answer in map(answered, asked):
            found.append(Row(f"{answer.question.name} ({where}; at most {answer.size:,} rows)", answer.seconds, "s"))
    return found


def questions(number: int, sellers: list[int]) -> list[Question]:
    """Writes the chain, and says what to ask of it."""
    from catalog.traceability.epcis.rights.viewer import Viewer
    from catalog.traceability.graph.trace import trace_graph
    from catalog.traceability.recall.scope import scope_of_uris
    from tests.bench.epcis_chain import build_chain

    with transaction.atomic():
        chain = build_chain(number, sellers)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    viewer = Viewer.of_sellers(sellers[2:3])

    def trace(uri: str) -> int:
        return len(trace_graph(uri, viewer=viewer).nodes)

    def recall(seller: int) -> Ask:
        return lambda uri: len(scope_of_uris({uri: None}, seller_id=sellers[seller]).receipts)

    return [
        Question("trace of a carton, up and down", chain.cartons, trace),
        Question("trace of a lot of furniture, up and down", chain.furniture, trace),
        Question("trace of a lot of boards, up and down", chain.boards, trace),
        Question("recall list of a lot of furniture", chain.furniture, recall(2)),
        Question("recall list of a lot of boards", chain.boards, recall(1)),
        Question("recall list of all that a plot ever gave", chain.plots, recall(0)),
    ]


def answered(question: Question) -> Answer:
    """Asked of some starts spread over the chain."""
    step = max(1, len(question.starts) // TRIES)
    seconds, sizes = [], []
    for uri in question.starts[::step][:TRIES]:
        began = perf_counter()
        sizes.append(question.ask(uri))
        seconds.append(perf_counter() - began)
    return Answer(question, max(seconds), min(seconds), max(sizes))


@contextmanager
def _database() -> Iterator[None]:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    created = runner.setup_databases()
    try:
        yield
    finally:
        runner.teardown_databases(created)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    django.setup()
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS):
        sys.stdout.write(f"{row.name:100} {row.figure:10,.3f} {row.unit}\n")
