"""Names of our own, for what EPCIS and its Core Business Vocabulary have no word for."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from catalog.traceability.epcis.words import WORDS

NAMESPACE = "https://marketplace.example/trace#"
"""It names and is never fetched; it stays as it is, since hashes of events are computed over it."""
PREFIX = "bdm"
CONTEXT: list[Any] = [
    "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
    {PREFIX: NAMESPACE, "cbvmda": "urn:epcglobal:cbv:mda:"},
]
GROWING = f"{NAMESPACE}BizStep-growing"
RENAMING = f"{NAMESPACE}BizStep-renaming"
"""The same goods under another name: nothing is made or used up."""


def own(name: str) -> str:
    """``species`` -> ``bdm:species``; a name that has its prefix already as it is."""
    return name if ":" in name else f"{PREFIX}:{name}"


def paper_type(word: str) -> str:
    """A word for business transactions (``po``, ``cert``) as it is, any other in our name space."""
    return word if word in WORDS["BTT"] or ":" in word else f"{NAMESPACE}BTT-{word}"


def paper_uri(issuer: str, kind: str, number: str) -> str:
    """Of a paper by who keeps it, what it is, and its number there."""
    return (
        number
        if number.startswith(("urn:", "https://", "http://"))
        else (f"{NAMESPACE}paper/{quote(issuer, safe='')}/{quote(kind, safe='')}/{quote(number, safe='')}")
    )
