"""The search server of `make test-services`, with indices of each test's own that are gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from catalog.search.backends.elasticsearch.address import Address, parse
from catalog.search.backends.elasticsearch.backend import ElasticsearchBackend
from catalog.search.backends.elasticsearch.client import connect, patiently


def server_url(index: str) -> str:
    """``SEARCH_URL`` with an index of this process; without a server this is a `KeyError`: a failure, never a skip.

    The patience is that of a machine which does everything at once.
    """
    return f"{os.environ['SEARCH_URL']}?index=test-{index}-{os.getpid()}&at_once=yes&patience=20"


@contextmanager
def server_engine(index: str) -> Iterator[ElasticsearchBackend]:
    where = parse(server_url(index))
    try:
        yield ElasticsearchBackend(connect(where), where.index, at_once=where.at_once)
    finally:
        forget(where)


def forget(where: Address) -> None:
    client = patiently(connect(where))
    for name in client.indices.get(index=f"{where.index}-*"):
        client.indices.delete(index=name, ignore_unavailable=True)
