"""What an index is made of, and its fingerprint: an index of another shape is never asked."""

import hashlib
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from elasticsearch import ApiError, Elasticsearch

from catalog.search import analyzer, han, inflection
from catalog.search.backends.elasticsearch import entry, source
from catalog.search.backends.elasticsearch.analysis import ICU, PLUGINS

_MADE_BY = (analyzer, han, inflection, source)
"""Modules that decide what an entry says; a change to one of them asks for a new index."""


@cache
def fingerprint() -> str:
    texts = [Path(str(module.__file__)).read_bytes() for module in _MADE_BY]
    whole = json.dumps(made_of(), sort_keys=True).encode()
    return hashlib.sha256(b"\0".join([whole, *texts])).hexdigest()[:12]


def made_of(missing: Collection[str] = ()) -> dict[str, Any]:
    """Settings and mappings of an index, on a server without the plugins ``missing``."""
    made: dict[str, Any] = entry.index_of(missing).to_dict()
    return made


def missing_plugins(client: Elasticsearch) -> set[str]:
    """Which of the language plugins the server doesn't have; asked by using them."""
    asked: dict[str, dict[str, Any]] = {name: {"tokenizer": name} for name in PLUGINS.values()}
    asked[ICU] = {"tokenizer": "standard", "filter": [ICU]}
    missing = set()
    for name, chain in asked.items():
        try:
            client.indices.analyze(text="x", **chain)
        except ApiError as refused:
            if refused.status_code != 400:
                raise
            missing.add(name)
    return missing
