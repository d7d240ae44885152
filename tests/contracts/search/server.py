"""The search server of `make test-services`, with indices of each test's own that are gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from catalog.search.backends.elasticsearch.address import Address, parse
from catalog.search.backends.elasticsearch.backend import ElasticsearchBackend
from catalog.search.backends.elasticsearch.client import connect, patiently


def address(index: str) -> Address:
    """Without a server this is a `KeyError`: a failure, never a skip."""
    return parse(f"{os.environ['SEARCH_URL']}?index=test-{index}-{os.getpid()}")


@contextmanager
def server_engine(index: str, *, at_once: bool = True) -> Iterator[ElasticsearchBackend]:
    """``at_once``: what is written can be found when the call returns."""
    where = address(index)
    try:
        yield ElasticsearchBackend(connect(where), where.index, at_once=at_once)
    finally:
        forget(where)


def forget(where: Address) -> None:
    client = patiently(connect(where))
    for name in client.indices.get(index=f"{where.index}-*"):
        client.indices.delete(index=name, ignore_unavailable=True)
