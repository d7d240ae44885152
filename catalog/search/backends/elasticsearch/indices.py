"""The indices of the marketplace and their aliases.

::

    marketplace-products-<shape>            alias that is searched
    marketplace-products-<shape>-next       alias of the index that a rebuild is filling, while it does
    marketplace-products-<shape>-<time>     an index

The shape is a hash of settings and mapping: two versions of the program that run side by side during a deployment have
an index each, and neither reads one that it doesn't understand.
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError

from catalog.search.backends.base import SearchUnavailable

ABANDONED_AFTER = 120.0
"""Seconds without a batch after which a rebuild counts as dead."""
OTHER_SHAPES_STAY = 24 * 3600
"""Seconds that an index of another version is kept for the processes that may still read it."""


@dataclass(frozen=True, slots=True)
class Names:
    prefix: str
    shape: str

    @property
    def alias(self) -> str:
        return f"{self.prefix}-{self.shape}"

    @property
    def next(self) -> str:
        return f"{self.alias}-next"

    def fresh(self) -> str:
        return f"{self.alias}-{time.time_ns()}"


def searched(client: Elasticsearch, names: Names) -> str | None:
    """The index behind the alias."""
    return next(iter(_behind(client, names.alias)), None)


def written(client: Elasticsearch, names: Names) -> list[str]:
    """Every index that a change has to reach: the one that is searched, and the one that is being filled."""
    found = _behind(client, f"{names.alias},{names.next}")
    if not any(names.alias in entry["aliases"] for entry in found.values()):
        raise SearchUnavailable("there is no search index yet")
    return sorted(found)


def begin(client: Elasticsearch, names: Names, *, settings: Mapping[str, Any], mappings: Mapping[str, Any]) -> str:
    """A new, empty index that every change is written to from now on.

    Only one is filled at a time; one whose filler died is thrown away. Raises `SearchUnavailable` while another is
    being filled.
    """
    for index in _behind(client, names.next):
        if time.time() - _alive_at(client, index) < ABANDONED_AFTER:
            raise SearchUnavailable("the search index is being built")
        client.indices.delete(index=index, ignore_unavailable=True)
    index = names.fresh()
    mappings = {**mappings, "_meta": {"alive_at": time.time()}}
    client.indices.create(index=index, settings=settings, mappings=mappings, aliases={names.next: {}})
    if min(_behind(client, names.next)) != index:  # another began in the same moment; the older one goes on
        client.indices.delete(index=index)
        raise SearchUnavailable("the search index is being built")
    return index


def keep_alive(client: Elasticsearch, index: str) -> None:
    client.indices.put_mapping(index=index, meta={"alive_at": time.time()})


def switch(client: Elasticsearch, names: Names, index: str) -> None:
    """Searches ask the new index from now on, in one step; what nobody reads any more is deleted.

    Not in the same step: the server gives up an index before it looks at the alias anew. A search that is on its way to
    the old one is asked once more by the client, and then finds the new one.
    """
    actions: list[dict[str, Any]] = [{"add": {"index": index, "alias": names.alias}}]
    actions += [{"remove": {"index": old, "alias": names.alias}} for old in _behind(client, names.alias)]
    actions.append({"remove": {"index": index, "alias": names.next}})
    client.indices.update_aliases(actions=actions)
    unused = _unused(client, names, index)
    if unused:
        client.indices.delete(index=unused, ignore_unavailable=True)


def abandon(client: Elasticsearch, index: str) -> None:
    client.indices.delete(index=index, ignore_unavailable=True)


def _behind(client: Elasticsearch, alias: str) -> dict[str, Any]:
    try:
        return dict(client.indices.get_alias(name=alias))
    except NotFoundError as missing:  # the body still tells of those aliases that do exist
        body = missing.body if isinstance(missing.body, dict) else {}
        return {index: entry for index, entry in body.items() if isinstance(entry, dict) and "aliases" in entry}


def _alive_at(client: Elasticsearch, index: str) -> float:
    try:
        mappings = client.indices.get_mapping(index=index)[index]["mappings"]
    except NotFoundError:
        return 0.0
    return float(mappings.get("_meta", {}).get("alive_at", 0.0))


def _unused(client: Elasticsearch, names: Names, index: str) -> list[str]:
    """Indices without an alias, and those of other versions that have had their day."""
    ours = re.compile(rf"{names.prefix}-[0-9a-f]{{12}}-[0-9]+")
    every = client.indices.get(index=f"{names.prefix}-*")
    return sorted(
        name for name, entry in every.items() if name != index and ours.fullmatch(name) and _is_unused(entry, names)
    )


def _is_unused(entry: Mapping[str, Any], names: Names) -> bool:
    if names.alias in entry["aliases"] or names.next in entry["aliases"]:
        return False
    age = time.time() - int(entry["settings"]["index"]["creation_date"]) / 1000
    return not entry["aliases"] or age > OTHER_SHAPES_STAY
