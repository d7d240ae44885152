"""The database: reachable, new enough, in UTF-8, migrated, and with connections to spare."""

from collections.abc import Iterator
from typing import Any

from django.db import Error, connection

from marketplace.doctor.finding import Finding, good, noted, wrong
from marketplace.health.ready import is_behind

OLDEST = 150000
MOST_IN_USE = 0.8


def check() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
    except Error as error:
        yield wrong(
            f"the database cannot be reached: {error}",
            "Check host, port, user, password and database of DATABASE_URL, and that the server runs and lets us in.",
        )
        return
    if connection.vendor == "postgresql":
        yield from _server()
    else:
        yield noted("the embedded database: for one machine", "Set DATABASE_URL to PostgreSQL for anything larger.")
    yield from _migrations()


def _server() -> Iterator[Finding]:
    version = int(_ask("SHOW server_version_num"))
    if version < OLDEST:
        yield wrong(f"PostgreSQL is {version // 10000}", "Use PostgreSQL 15 or newer.")
    else:
        yield good(f"PostgreSQL {_ask('SHOW server_version')}")
    if (encoding := _ask("SHOW server_encoding")) != "UTF8":
        yield wrong(f"the database is encoded in {encoding}", "Make it anew with ENCODING 'UTF8': CREATE DATABASE … .")
    if _ask("SELECT pg_is_in_recovery()"):
        yield wrong("DATABASE_URL is a replica, which takes no writes", "Let DATABASE_URL name the primary.")
    most, used = int(_ask("SHOW max_connections")), int(_ask("SELECT count(*) FROM pg_stat_activity"))
    if used > most * MOST_IN_USE:
        yield wrong(
            f"{used} of {most} connections are in use",
            "Raise max_connections, or put a pooler in between (with DATABASE_CONNECTION_SECONDS=0).",
        )
    else:
        yield good(f"{used} of {most} connections are in use")


def _migrations() -> Iterator[Finding]:
    if is_behind():
        yield wrong("the database waits for migrations", "Run: python -m marketplace migrate")
    else:
        yield good("all migrations are applied")


def _ask(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]
