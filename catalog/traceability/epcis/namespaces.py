"""Prefixes of an EPCIS document, read from its own context. Nothing is ever fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

STANDARD = {
    "cbv": "https://ref.gs1.org/cbv/",
    "cbvmda": "urn:epcglobal:cbv:mda:",
    "dcterms": "http://purl.org/dc/terms/",
    "epcis": "https://ref.gs1.org/epcis/",
    "gs1": "https://gs1.org/voc/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Those of the EPCIS 2.0 JSON-LD context."""


def prefixes_of(*contexts: Any) -> dict[str, str]:
    """The prefixes that one or several ``@context`` values define, the later ones winning; the standard ones always."""
    found = dict(STANDARD)
    for context in contexts:
        for part in _parts(context):
            found |= {name: uri for name, uri in part.items() if isinstance(uri, str) and not name.startswith("@")}
    return found


def expanded(name: str, prefixes: Mapping[str, str]) -> str:
    """``ex:batch`` -> ``https://ns.example.com/batch``; what has no known prefix as it is."""
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def _parts(context: Any) -> Iterable[Mapping[str, Any]]:
    listed = context if isinstance(context, list) else [context]
    return (part for part in listed if isinstance(part, Mapping))
