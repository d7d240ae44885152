"""Writing many entries at once: every one of them is answered for.

Each write carries a moment *before* the rows were read that it tells of. The server keeps the write of the later
moment, so that of two processes that index the same product the one that read last wins, whichever arrives last. A
change publishes its event after it is committed, and whoever handles it reads after that: the latest moment of all has
seen every change. All processes take it from the database's clock, since the clocks of several hosts differ.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import connection
from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from catalog.search.backends.base import SearchUnavailable

CHUNK = 500
_LATER_WAS_WRITTEN = 409
_GONE_ALREADY = 404


def moment() -> int:
    """Microseconds, to be taken before rows are read. A database in a file has this machine's clock for its own."""
    if connection.vendor != "postgresql":
        return time.time_ns() // 1000
    with connection.cursor() as cursor:
        cursor.execute("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint")
        (microseconds,) = cursor.fetchone()
    return int(microseconds)


def puts(index: str, sources: Mapping[int, Mapping[str, Any]], *, read_at: int) -> Iterator[dict[str, Any]]:
    for product_id, source in sources.items():
        yield {"_op_type": "index", **_head(index, product_id, read_at), "_source": source}


def removals(index: str, product_ids: Iterable[int], *, read_at: int) -> Iterator[dict[str, Any]]:
    for product_id in product_ids:
        yield {"_op_type": "delete", **_head(index, product_id, read_at)}


def write(client: Elasticsearch, actions: Iterable[dict[str, Any]], *, refresh: bool = False) -> None:
    """Send all of them; raises `SearchUnavailable` with the first reason if any was refused.

    That the server has a later state, or nothing to delete, is as good as done.
    """
    refused: list[str] = []
    for done, answer in streaming_bulk(
        client, actions, chunk_size=CHUNK, raise_on_error=False, max_retries=3, initial_backoff=0.5, refresh=refresh
    ):
        ((operation, item),) = answer.items()
        if not done and not _is_settled(operation, item):
            refused.append(_told(item))
    if refused:
        raise SearchUnavailable(f"{len(refused)} products were not indexed, the first because {refused[0]}")


def _head(index: str, product_id: int, read_at: int) -> dict[str, Any]:
    return {"_index": index, "_id": str(product_id), "version": read_at, "version_type": "external_gte"}


def _is_settled(operation: str, item: Mapping[str, Any]) -> bool:
    status = item.get("status")
    missing = status == _GONE_ALREADY and item.get("result") == "not_found"
    return status == _LATER_WAS_WRITTEN or (operation == "delete" and missing)


def _told(item: Mapping[str, Any]) -> str:
    error = item.get("error", {})
    return str(error.get("reason", error))[:200] if isinstance(error, dict) else str(error)[:200]
