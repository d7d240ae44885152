"""Where the search server is: what ``SEARCH_URL`` says."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from elastic_transport import Urllib3HttpNode

from catalog.search.backends.elasticsearch.node import ElasticsearchNode, OpenSearchNode

SCHEMES = {
    "http": ("http", ElasticsearchNode),
    "https": ("https", ElasticsearchNode),
    "opensearch+http": ("http", OpenSearchNode),
    "opensearch+https": ("https", OpenSearchNode),
}
DEFAULT_INDEX = "marketplace-products"
_INDEX = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_SECONDS = re.compile(r"[0-9]{1,2}([.][0-9]{1,3})?")
_PORTS = {"http": 9200, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """``url`` has neither user nor password, so that it may be logged."""

    url: str
    node_class: type[Urllib3HttpNode]
    index: str
    """What the names of the indices begin with."""
    patience: float = 2.0
    """Seconds that a buyer's search waits for the server; without an answer by then the database answers."""
    at_once: bool = False
    """Whether a write returns only when it can be found, instead of being found within a second: for tests."""
    user: tuple[str, str] | None = field(default=None, repr=False)


def parse(search_url: str) -> Address:
    """``opensearch+https://user:password@search.example:9200/path?index=shop``; `ValueError` says what is wrong.

    ``http`` and ``https`` mean Elasticsearch. The path is a reverse proxy's, if there is one. A percent sign escapes
    what a user or password has of ``:/@%``. ``&patience=5`` waits longer for answers; ``&at_once=yes`` is for tests.
    """
    parts = urlsplit(search_url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError(f"SEARCH_URL must be {', '.join(SCHEMES)}:// and a host")
    scheme, node_class = SCHEMES[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    stated = parse_qs(parts.query)
    index = stated.get("index", [DEFAULT_INDEX])[0]
    if not _INDEX.fullmatch(index):
        raise ValueError("the index in SEARCH_URL may have small letters, digits and hyphens, 60 at most")
    return Address(
        url=f"{scheme}://{host}:{parts.port or _PORTS[scheme]}{parts.path.rstrip('/')}",
        node_class=node_class,
        index=index,
        patience=_seconds(stated.get("patience", ["2"])[0]),
        at_once=stated.get("at_once") == ["yes"],
        user=(unquote(parts.username), unquote(parts.password or "")) if parts.username else None,
    )


def _seconds(text: str) -> float:
    if not _SECONDS.fullmatch(text) or not 0 < float(text) <= 60:
        raise ValueError("the patience in SEARCH_URL is a number of seconds, 60 at most")
    return float(text)
