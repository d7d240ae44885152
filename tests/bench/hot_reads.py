"""The list of products and a product's page over HTTP, against the limit: a bare application with one statement.

``python -m tests.bench.hot_reads [--server granian|waitress|gunicorn] [--products 10000] [--rounds 15] [--keep]``

Both applications run in one process of the same application server each, on the same core, with the same database;
its backends are on that core too. They are asked in turns of a few hundred requests, by two connections from another
core, and the ratio is the median over the rounds. ``cached``: the same questions again, which the response cache knows;
``uncached``: with the cache switched off. ``--keep`` writes infra/benchmarks/hot-reads.md.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import django
import orjson

from tests.bench import hot_reads_documents as documents
from tests.bench.hot_reads_load import Line, Load, load
from tests.bench.hot_reads_servers import LIMIT, MARKET, Server, on_core, start

CORE = 0
LINES = 2
DIFFERENT = 25
"""Pages of the list and products that are asked for in turn."""


@dataclass(slots=True)
class Case:
    """One question, and its rounds: the limit's and ours, measured one right after the other."""

    name: str
    server: Server
    requests: list[bytes]
    backends: list[int]
    rounds: list[tuple[Load, Load]] = field(default_factory=list)
    statements: float | None = None
    values: int = 0

    @property
    def ratio(self) -> float:
        return median(ours.per_second / limit.per_second for limit, ours in self.rounds)

    @property
    def processor_ratio(self) -> float:
        """The limit's processor time of application and database together, over ours."""
        return median(
            (limit.server_ms + limit.database_ms) / (ours.server_ms + ours.database_ms) for limit, ours in self.rounds
        )


def measure(options: argparse.Namespace) -> list[Case]:
    from tests.bench.hot_reads_world import world

    folder = Path(tempfile.mkdtemp(prefix="hot-reads-"))
    try:
        with world(options.products, folder) as (market_url, limit_url):
            return _measured(options, folder, market_url, limit_url)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measured(options: argparse.Namespace, folder: Path, market_url: str, limit_url: str) -> list[Case]:
    variables = {
        "MARKETPLACE_MODE": "development",
        "DJANGO_SETTINGS_MODULE": "marketplace.settings.development",
        "DATA_DIR": str(folder),
        "DATABASE_URL": market_url,
        "LIMIT_DATABASE": limit_url,
    }
    # A port each; no new one is opened while a measurement runs.
    applications = {
        "limit": (LIMIT, variables),
        "uncached": (MARKET, {**variables, "RESPONSE_CACHE_MB": "0"}),
        "cached": (MARKET, {**variables, "RESPONSE_CACHE_MB": "64"}),
    }
    servers: dict[str, Server] = {}
    backends: dict[str, list[int]] = {}
    try:
        for place, (name, (application, environment)) in enumerate(applications.items()):
            known = set(_backends())
            servers[name] = start(options.server, application, options.port + place, environment, core=CORE)
            _warm(servers[name], name)
            backends[name] = [pid for pid in _backends() if pid not in known]
            on_core(backends[name], CORE)
        return _rounds(options, servers, backends)
    finally:
        for server in servers.values():
            server.stop()


def _rounds(options: argparse.Namespace, servers: dict[str, Server], backends: dict[str, list[int]]) -> list[Case]:
    questions = _questions(servers["uncached"])
    cases = [
        Case(f"{name}, {kind}", servers[kind], asked, backends[kind])
        for kind in ("uncached", "cached")
        for name, asked in questions.items()
    ]
    limit_requests = [_get(f"/?after={20 * place}") for place in range(DIFFERENT)]
    lines = {name: server.lines(LINES) for name, server in servers.items()}
    for case in cases:
        own = lines[case.name.rpartition(" ")[2]]
        case.values = leaves(orjson.loads(own[0].ask(case.requests[0]))["data"])
        case.statements = _statements(own[0], case.requests)
    for _round in range(options.rounds):
        for case in cases:
            own = lines[case.name.rpartition(" ")[2]]
            limit = load(
                lines["limit"],
                _repeated(limit_requests, options.requests * 3),
                server=servers["limit"].process.pid,
                database=backends["limit"],
            )
            many = options.requests * (4 if case.name.endswith(" cached") else 1)
            asked = _repeated(case.requests, many)
            ours = load(own, asked, server=case.server.process.pid, database=case.backends)
            case.rounds.append((limit, ours))
    return cases


def _questions(server: Server) -> dict[str, list[bytes]]:
    [line] = server.lines(1)
    shown: dict[str, Any] = {"channel": documents.CHANNEL, "first": documents.PER_PAGE}
    language = {"language": documents.LANGUAGE}
    cursors: list[str | None] = [None]
    slugs: list[str] = []
    while len(cursors) < DIFFERENT or len(slugs) < DIFFERENT:
        answer = orjson.loads(line.ask(post(documents.CURSORS, shown | {"after": cursors[-1]})))
        page = answer["data"]["products"]
        cursors.append(page["pageInfo"]["endCursor"])
        slugs += [edge["node"]["slug"] for edge in page["edges"]]
    line.close()
    channel = {"channel": documents.CHANNEL} | language
    return {
        "product list": [post(documents.LIST, shown | language | {"after": cursor}) for cursor in cursors[:DIFFERENT]],
        "product detail": [post(documents.DETAIL, channel | {"slug": slug}) for slug in slugs[:DIFFERENT]],
    }


def post(document: str, variables: dict[str, Any]) -> bytes:
    body = orjson.dumps({"query": document, "variables": variables})
    return (
        b"POST /graphql/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
    )


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def _warm(server: Server, name: str) -> None:
    request = _get("/?after=0") if name == "limit" else post(documents.CURSORS, {"channel": "eu", "first": 20})
    for line in server.lines(LINES):
        for _ in range(10):
            line.ask(request)
        line.close()


def _repeated(requests: Sequence[bytes], number: int) -> list[bytes]:
    return [requests[place % len(requests)] for place in range(number)]


def leaves(value: Any) -> int:
    """How many values an answer has."""
    if isinstance(value, dict):
        return sum(map(leaves, value.values()))
    return sum(map(leaves, value)) if isinstance(value, list) else 1


def _backends() -> list[int]:
    """The database's processes that serve somebody else than us; none where it is in the application's own process."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]


def _statements(line: Line, requests: Sequence[bytes]) -> float | None:
    """Statements of one request: each is a transaction of its own, and the server counts those."""
    from time import sleep

    from django.db import connection

    if connection.vendor != "postgresql":
        return None
    for request in requests:
        line.ask(request)
    sleep(1.5)  # backends report after a second at the earliest
    line.ask(requests[0])
    before = _transactions()
    sleep(1.5)
    for request in requests * 4:
        line.ask(request)
    sleep(1.5)
    line.ask(requests[0])
    return round((_transactions() - before) / (len(requests) * 4 + 1), 1)


def _transactions() -> int:
    from time import sleep

    from django.db import connection

    sleep(1.2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hot_reads")
    parser.add_argument("--server", default="granian", choices=("granian", "waitress", "gunicorn"))
    parser.add_argument("--products", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--requests", type=int, default=150)
    parser.add_argument("--port", type=int, default=28_901)
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args(arguments)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    options = options_of(sys.argv[1:])
    django.setup()
    from tests.bench.hot_reads_table import keep, table

    text = table(measure(options), options)
    sys.stdout.write(text + "\n")
    if options.keep:
        keep(text)


if __name__ == "__main__":
    main()
