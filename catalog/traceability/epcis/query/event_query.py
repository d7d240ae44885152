"""``read_query``: a question about events, read and checked before the database hears of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.traceability.epcis.namespaces import expanded, prefixes_of
from catalog.traceability.epcis.query.condition import Asked, Condition
from catalog.traceability.epcis.query.parameters import Parameter, Rest, parameter_of
from catalog.traceability.epcis.query.problem import QueryParameterException, QueryTooComplex
from catalog.traceability.epcis.query.values import Kind, read_values

MOST_PARAMETERS = 40
MOST_COSTLY = 8
"""How many parameters may look inside fields of others, or at sensors: each is a search of its own."""
MOST_VALUES = 1000
"""Of all parameters together."""
ORDERED_BY = ("eventTime", "recordTime")
_CONTROLS = frozenset({"orderBy", "orderDirection", "eventCountLimit", "maxEventCount"})
_FIELD_AND_ATTRIBUTE = re.compile(r"(?P<field>[^_]+)_(?P<attribute>.+)")
_DIRECTIONS = ("ASC", "DESC")


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked, in which order, and how much of it."""

    conditions: tuple[Condition, ...] = ()
    order_by: str = ""
    """``eventTime``, ``recordTime``, or the expanded name of an extension field; empty for the order of capture."""
    descending: bool = True
    limit: int | None = None
    """Only the first so many (``eventCountLimit``)."""
    most: int | None = None
    """Refused when there are more (``maxEventCount``)."""
    fingerprint: str = ""
    """Equal for equal questions: what a page's token belongs to."""


def read_query(given: Mapping[str, Any], *, prefixes: Mapping[str, str] | None = None) -> EventQuery:
    """``given`` is JSON, or names and texts from an address; its ``@context`` adds prefixes.

    Raises `QueryParameterException` and `QueryTooComplex`.
    """
    known = {**(prefixes or prefixes_of()), **_own_prefixes(given.get("@context"))}
    asked = {name: value for name, value in given.items() if name != "@context"}
    if len(asked) > MOST_PARAMETERS:
        raise QueryTooComplex("parameters", len(asked), MOST_PARAMETERS)
    read = [_read(name, value, known) for name, value in asked.items() if name not in _CONTROLS]
    _refuse_costly(read)
    return EventQuery(
        conditions=tuple(parameter.make(question) for parameter, question in read if not _is_idle(parameter, question)),
        **_controls(asked, known),
        fingerprint=_fingerprint(asked, known),
    )


def _read(name: str, value: Any, prefixes: Mapping[str, str]) -> tuple[Parameter, Asked]:
    found = parameter_of(name)
    if found is None:
        raise QueryParameterException(name, "is no parameter of the query language")
    parameter, rest = found
    values = tuple(
        expanded(one, prefixes) if isinstance(one, str) and parameter.kind is Kind.TEXTS else one
        for one in read_values(name, parameter.kind, value)
    )
    if parameter.follows in (Rest.FIELD, Rest.TYPE):
        rest = _expanded_name(name, rest, prefixes, needs_prefix=parameter.follows is Rest.FIELD)
    if parameter.follows is Rest.ATTRIBUTE:
        rest = _attribute_name(name, rest, prefixes, alone=parameter.kind is Kind.TEXTS)
    asked_name = parameter.name if parameter.follows is Rest.NOTHING else name
    return parameter, Asked(asked_name, parameter.operator, rest, values)


def _is_idle(parameter: Parameter, asked: Asked) -> bool:
    """EXISTS with false asks for nothing: the standard leaves events in, whether they have the field or not."""
    return parameter.kind is Kind.FLAG and parameter.operator == "EXISTS" and not asked.values[0]


def _expanded_name(name: str, rest: str, prefixes: Mapping[str, str], *, needs_prefix: bool) -> str:
    """The query schema writes a backslash before the colon; it is taken with it and without."""
    plain = rest.replace("\\:", ":", 1)
    full = expanded(plain, prefixes)
    if needs_prefix and full == plain and "/" not in plain and "#" not in plain and not plain.startswith("urn:"):
        prefix = plain.partition(":")[0]
        raise QueryParameterException(name, f"the prefix {prefix[:40]!r} stands for nothing: say it in GS1-Extensions")
    return full


def _attribute_name(name: str, rest: str, prefixes: Mapping[str, str], *, alone: bool) -> str:
    """``bizLocation``, or ``bizLocation`` and the attribute's expanded name with a blank between."""
    if alone:
        return expanded(rest.replace("\\:", ":", 1), prefixes)
    found = _FIELD_AND_ATTRIBUTE.fullmatch(rest.replace("\\:", ":"))
    if found is None:
        raise QueryParameterException(name, "names a field and, after another _, an attribute of what it names")
    return f"{expanded(found['field'], prefixes)} {expanded(found['attribute'], prefixes)}"


def _refuse_costly(read: list[tuple[Parameter, Asked]]) -> None:
    values = sum(len(asked.values) for _, asked in read)
    if values > MOST_VALUES:
        raise QueryTooComplex("values", values, MOST_VALUES)
    costly = sum("_INNER_" in parameter.name or parameter.follows is Rest.UNIT for parameter, _ in read)
    if costly > MOST_COSTLY:
        raise QueryTooComplex("parameters on inner fields and measurements", costly, MOST_COSTLY)


def _controls(asked: Mapping[str, Any], prefixes: Mapping[str, str]) -> dict[str, Any]:
    limit, most = _count(asked, "eventCountLimit"), _count(asked, "maxEventCount")
    if limit is not None and most is not None:
        raise QueryParameterException("maxEventCount", "does not go with eventCountLimit")
    order_by = _order_by(asked, prefixes)
    if limit is not None and not order_by:
        raise QueryParameterException("eventCountLimit", "needs orderBy: the first ones of which order?")
    direction = asked.get("orderDirection", "DESC")
    if direction not in _DIRECTIONS:
        raise QueryParameterException("orderDirection", "is ASC or DESC")
    return {"order_by": order_by, "descending": direction == "DESC", "limit": limit, "most": most}


def _count(asked: Mapping[str, Any], name: str) -> int | None:
    count: int | None = read_values(name, Kind.COUNT, asked[name])[0] if name in asked else None
    return count


def _order_by(asked: Mapping[str, Any], prefixes: Mapping[str, str]) -> str:
    if "orderBy" not in asked:
        return ""
    (wanted,) = read_values("orderBy", Kind.TEXTS, [asked["orderBy"]])
    if wanted in ORDERED_BY:
        return str(wanted)
    if ":" not in wanted:
        raise QueryParameterException("orderBy", "is eventTime, recordTime, or an extension field with its namespace")
    return _expanded_name("orderBy", wanted, prefixes, needs_prefix=True)


def _own_prefixes(context: Any) -> dict[str, str]:
    if context is None:
        return {}
    parts = context if isinstance(context, list) else [context]
    if not all(isinstance(part, str | Mapping) for part in parts):
        raise QueryParameterException("@context", "is a URI, prefixes with their namespaces, or a list of both")
    return prefixes_of(context)


def _fingerprint(asked: Mapping[str, Any], prefixes: Mapping[str, str]) -> str:
    text = json.dumps([asked, dict(prefixes)], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
