"""The limit: the least a web application can do with a database. One statement, twenty rows, dumped as JSON.

No framework, no access rules, no languages, no market. What it answers has as many values as the list of products it
is compared with (20 rows of 25 columns), read over the same driver from the same database.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import psycopg
from psycopg.rows import dict_row

STATEMENT = """SELECT p.id, p.slug, p.name, p.description, p.material, p.source_language, p.approval, p.hs_code,
  p.origin_country, p.rating::text, p.review_count, p.search_version, p.created_at::text, p.updated_at::text,
  p.seller_id, p.category_id, v.id AS variant_id, v.sku, v.name AS variant_name, v.moq, v.order_multiple,
  v.lead_time_days, v.gtin, v.sort_order, v.units_per_carton
  FROM catalog_product p JOIN catalog_productvariant v ON v.id = p.id
  WHERE p.id > %s ORDER BY p.id LIMIT 20"""
_HEADERS = [("Content-Type", "application/json")]
Rows = Callable[[int], list[Any]]


def limit_application(database: str) -> Callable[..., Iterable[bytes]]:
    """``database`` is a ``postgresql://`` address or the path of an SQLite file; a connection for each thread."""
    local = threading.local()
    connect = _postgresql if urlsplit(database).scheme == "postgresql" else _sqlite

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if not hasattr(local, "rows"):
            local.rows = connect(database)
        after = int(environ["QUERY_STRING"].partition("=")[2] or 0)
        body = orjson.dumps(local.rows(after))
        start_response("200 OK", [*_HEADERS, ("Content-Length", str(len(body)))])
        return [body]

    return application


def _postgresql(database: str) -> Rows:
    connection = psycopg.connect(database, autocommit=True, row_factory=dict_row)
    return lambda after: connection.execute(STATEMENT, (after,)).fetchall()


def _sqlite(database: str) -> Rows:
    connection = sqlite3.connect(Path(database), check_same_thread=False, isolation_level=None)
    connection.row_factory = lambda cursor, row: dict(zip((each[0] for each in cursor.description), row, strict=True))
    statement = STATEMENT.replace("%s", "?").replace("::text", "")
    return lambda after: connection.execute(statement, (after,)).fetchall()


application = limit_application(os.environ.get("LIMIT_DATABASE", ""))
"""For the application server; connects when it is asked first."""
