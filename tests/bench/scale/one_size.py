"""One step of ``make bench-scale`` on the database that ``DATABASE_URL`` names: ``make`` or ``measure``."""

import os
import sys
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import urlsplit

import django
import orjson
import psycopg
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, reset_queries

BUILD = Path("build/bench-scale")
SMALL = "scale_small"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
    os.environ["RESPONSE_CACHE_MB"] = "0"  # what is measured is what an answer costs that nobody had before
    task, size = sys.argv[1], int(sys.argv[2])
    new = _created(template="" if task == "make" else SMALL)
    django.setup()
    settings.ALLOWED_HOSTS = ["*"]
    _without_time_limit()
    call_command("migrate", verbosity=0)
    if task == "make":
        if new:
            from tests.bench.scale.world import make_small_world

            make_small_world()
        connection.close()
        return
    if new:
        from tests.bench.scale.world import PRODUCTS, grow_world

        grow_world(size // PRODUCTS)
    _measure(size)


def _without_time_limit() -> None:
    """A busy machine may take long by the clock; what is measured is processor time."""
    from marketplace.schema import schema

    schema.limits = replace(schema.limits, seconds=600)


def _created(*, template: str) -> bool:
    """Whether the database had to be made."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = url.path.lstrip("/")
    with psycopg.connect(url._replace(path="/postgres").geturl(), autocommit=True) as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
        server.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
        return True


def _measure(size: int) -> None:
    from tests.bench.scale.cost import cost_of
    from tests.bench.scale.plans import scans_of
    from tests.bench.scale.requests import all_requests

    # One connection for all, and its statements still known after a request.
    for signal, receiver in (
        (request_started, close_old_connections),
        (request_finished, close_old_connections),
        (request_started, reset_queries),
    ):
        signal.disconnect(receiver)
    found = {}
    for name, ask in all_requests(searched=False).items():
        cost = cost_of(ask)
        found[name] = {**asdict(cost), "total": cost.total}
        for table, statement in sorted(scans_of(ask)):
            sys.stdout.write(f"{name}: reads {table} from end to end: {_source(statement)}\n")
    (BUILD / f"{size}.json").write_bytes(orjson.dumps(found))


def _source(statement: str) -> str:
    """What comes after the columns."""
    return statement[max(statement.find(" FROM "), 0) :][:800].strip()


if __name__ == "__main__":
    main()
