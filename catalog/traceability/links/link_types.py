"""The link types of the GS1 Web Vocabulary (release 1.16): what a link is for.

``link_types.csv`` has the words and a ``kind``: ``offered`` are those that sellers choose from, ``resolver`` those that
only a resolver itself uses, ``deprecated`` those that nobody should begin with.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("link_types.csv")
NAMESPACE = "https://ref.gs1.org/voc/"
PREFIX = "gs1:"
LINKSET = frozenset(("linkset", "all"))
"""``all`` is the word of releases before 1.2 of the Digital Link standard."""
_NAMESPACES = (NAMESPACE, "https://gs1.org/voc/", "http://gs1.org/voc/", "https://www.gs1.org/voc/", PREFIX)


@cache
def link_types() -> dict[str, str]:
    """Kind by word."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["kind"] for row in csv.DictReader(file)}


def offered_link_types() -> list[str]:
    """What a seller may choose, without the resolver's own words."""
    return [name for name, kind in link_types().items() if kind == "offered"]


def may_be_set(word: str) -> bool:
    """Any word of the vocabulary that speaks of the thing, and not of how it is looked up."""
    return link_types().get(word, "resolver") not in ("resolver", "deprecated")


def link_type_named(text: str) -> str | None:
    """``gs1:pip`` or its whole URI -> ``pip``; ``None`` for what is no word of GS1's."""
    for namespace in _NAMESPACES:
        if text.startswith(namespace) and text.removeprefix(namespace) in link_types():
            return text.removeprefix(namespace)
    return None
