"""The connection to the server, one per process and address."""

from functools import lru_cache

from elasticsearch import Elasticsearch

from catalog.search.backends.elasticsearch.address import Address

LONG_PATIENCE = 60.0
"""Seconds that writing waits."""
_CONNECTIONS = 25
_BUSY = (429, 503)


@lru_cache(maxsize=8)
def connect(address: Address) -> Elasticsearch:
    """Nothing is sent yet. A refused connection is tried once more; a silent server is not asked twice."""
    return Elasticsearch(
        address.url,
        node_class=address.node_class,
        basic_auth=address.user,
        request_timeout=address.patience,
        max_retries=1,
        retry_on_timeout=False,
        connections_per_node=_CONNECTIONS,
    )


def patiently(client: Elasticsearch) -> Elasticsearch:
    """The same connection for writing: a server that is busy is asked again after a while."""
    return client.options(
        request_timeout=LONG_PATIENCE,
        max_retries=5,
        retry_on_status=_BUSY,
        retry_backoff_base=0.5,
        retry_backoff_cap=10,
    )
