"""A test database with 50,000 products, kept below build/ between runs as long as neither tables nor rows change."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connection
from django.test.runner import DiscoverRunner

from marketplace.statistics import refresh_statistics
from tests.factories import catalogue_words, many_products

KEPT = Path("build/bench")


@contextmanager
def database_of(number: int) -> Iterator[None]:
    """A database of its own, gone afterwards; SQLite's is copied from the one kept, if there is one."""
    runner = DiscoverRunner(verbosity=0, interactive=False)
    created = runner.setup_databases()
    try:
        _fill(number)
        refresh_statistics()
        yield
    finally:
        runner.teardown_databases(created)


def _fill(number: int) -> None:
    kept = KEPT / f"products-{number}-{_state()}.sqlite3"
    if connection.vendor != "sqlite":
        many_products.make_many_products(number)
        return
    import sqlite3

    connection.ensure_connection()
    if kept.exists():
        with sqlite3.connect(kept) as source:
            source.backup(connection.connection)
        return
    many_products.make_many_products(number)
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob(f"products-{number}-*.sqlite3"):
        old.unlink()
    with sqlite3.connect(kept) as target:
        connection.connection.backup(target)


def _state() -> str:
    """Changes with every migration and with what the rows are made from."""
    state = hashlib.sha256()
    for config in apps.get_app_configs():
        names = sorted(path.name for path in Path(config.path).glob("migrations/*.py"))
        state.update(f"{config.label}{names}".encode())
    for module in (catalogue_words, many_products):
        state.update(Path(str(module.__file__)).read_bytes())
    return state.hexdigest()[:12]
