"""Identifiers a query asks for, and patterns of them: ``urn:epc:idpat:sgtin:0614141.107346.*`` is every such piece.

EPCIS 2.0, 8.2.7.1.1: an identifier matches itself, a pure identity pattern all identifiers it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import connection
from django.db.models import Q

from catalog.traceability.epcis.identifiers import CANONICAL, canonical_uri
from catalog.traceability.epcis.query.problem import QueryTooComplex

MOST_BEGINNINGS = 100
"""Each is a range of its own to search; a pattern that leaves an item open has ten."""
_PATTERN = re.compile(r"urn:epc:idpat:(?P<scheme>[a-z]+):(?P<parts>[^*]*(?:\*\.)*\*)")
_KEYS = {
    "sgtin": "01", "lgtin": "01", "upui": "01", "itip": "8006", "sscc": "00", "sgln": "414", "pgln": "417",
    "grai": "8003", "gdti": "253", "sgcn": "255", "cpi": "8010", "giai": "8004", "ginc": "401", "gsin": "402",
    "gsrn": "8018", "gsrnp": "8017",
}  # fmt: skip
_LED = frozenset({"sgtin", "lgtin", "upui", "itip", "sscc"})
"""A digit of their own stands before the company prefix."""
_AFTER = {"sgtin": "/21/", "lgtin": "/10/", "upui": "/235/", "itip": "/21/", "cpi": "/8011/"}
_WHOLE_CLASS = {"sgtin": 2, "lgtin": 2, "upui": 2, "itip": 4, "sgln": 2, "grai": 2, "gdti": 2, "sgcn": 2, "cpi": 2}
"""How many parts name a class, so that only the serial number is open."""


def matching(column: str, wanted: Sequence[str]) -> Q:
    """A condition on a column of canonical identifiers. Raises `QueryTooComplex`."""
    condition = Q((f"{column}__in", [canonical_uri(uri) for uri in wanted]))
    starts = [start for uri in wanted for start in beginnings(uri)]
    if len(starts) > MOST_BEGINNINGS:
        raise QueryTooComplex("ways for an identifier to begin", len(starts), MOST_BEGINNINGS)
    for start in starts:
        condition |= begins(column, start)
    return condition


def beginnings(uri: str) -> list[str]:
    """How the identifiers begin that a pattern stands for; none for what is no pattern."""
    found = _PATTERN.fullmatch(uri)
    if found is None or found["scheme"] not in _KEYS:
        return []
    scheme = found["scheme"]
    given = [part for part in found["parts"].split(".") if part != "*"]
    head = f"{CANONICAL}/{_KEYS[scheme]}/"
    if not given:
        return [head]
    if len(given) >= _WHOLE_CLASS.get(scheme, len(given) + 1):
        whole = canonical_uri(uri)
        return [whole + _AFTER.get(scheme, "")] if whole != uri else []
    if len(given) > 1 or not given[0].isascii() or not given[0].isdecimal():
        return []
    leads = "0123456789" if scheme in _LED else "0" if scheme == "grai" else [""]
    return [f"{head}{lead}{given[0]}" for lead in leads]


def begins(column: str, start: str) -> Q:
    """Case counts, and an index is used: SQLite compares bytes, where its LIKE would do neither."""
    if connection.vendor == "sqlite":
        return Q((f"{column}__gte", start), (f"{column}__lt", start + "\U0010ffff"))
    return Q((f"{column}__startswith", start))
