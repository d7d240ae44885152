"""Events asked for over HTTP: ``/events``, and those of one type, thing, step, place or named query."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.utils import timezone

from catalog.traceability.epcis.documents.write_document import query_document_of, shown
from catalog.traceability.epcis.named_queries.create_named_query import AD_HOC
from catalog.traceability.epcis.namespaces import prefixes_of
from catalog.traceability.epcis.query.condition import Condition
from catalog.traceability.epcis.query.event_query import EventQuery, read_query
from catalog.traceability.epcis.query.find_events import page_of
from catalog.traceability.epcis.query.problem import (
    QueryParameterException,
    QueryRefused,
    QueryTooComplex,
    QueryTooLarge,
)
from catalog.traceability.epcis.rest.accept import require_json
from catalog.traceability.epcis.rest.formats import epc_format, formatted
from catalog.traceability.epcis.rest.paging import CONTROLS, next_page, page_size, place_asked
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestAnswer, RestRequest

_MOST_PREFIXES = 20
_KINDS: tuple[tuple[type[QueryRefused], Kind], ...] = (
    (QueryTooLarge, Kind.QUERY_TOO_LARGE),
    (QueryTooComplex, Kind.QUERY_TOO_COMPLEX),
    (QueryRefused, Kind.QUERY_PARAMETER),
)


def get_events(request: RestRequest) -> RestAnswer:
    with refusals():
        query = read_query(parameters(request), prefixes=extensions(request))
    return events_answer(request, query)


def events_answer(
    request: RestRequest, query: EventQuery, *, also: Condition | None = None, name: str = AD_HOC
) -> RestAnswer:
    """A page of the events that answer the query, and ``also`` this condition of the path's."""
    media_type = require_json(request)
    epc_format(request)
    if also is not None:
        query = replace(query, conditions=(*query.conditions, also))
    of = f"{request.path} {query.fingerprint}"
    with refusals():
        page = page_of(query, request.viewer, size=page_size(request), after=place_asked(request, of=of))
    events = formatted(request, shown(page.events, request.viewer))
    document = query_document_of(events, query_name=name, now=timezone.now())
    return json_answer(document, media_type, next_page(request, page.next, of=of))


def parameters(request: RestRequest) -> dict[str, Any]:
    """A name that came several times has the values of all."""
    return {
        name: values[0] if len(values) == 1 else [part for value in values for part in value.split("|")]
        for name, values in request.query.items()
        if name not in CONTROLS
    }


def extensions(request: RestRequest) -> Mapping[str, str]:
    """``GS1-Extensions: ex=https://ns.example/``: prefixes that the names in a query may have."""
    given = request.headers.get("gs1-extensions", "").strip()
    if not given:
        return prefixes_of()
    named = dict(part.strip().partition("=")[::2] for part in given.split(",")[:_MOST_PREFIXES])
    if not all(prefix.isidentifier() or prefix.replace("-", "a").isidentifier() for prefix in named):
        raise RestRefused(Kind.QUERY_PARAMETER, "GS1-Extensions: takes prefix=namespace, with commas between")
    if not all(":" in uri for uri in named.values()):
        raise RestRefused(Kind.QUERY_PARAMETER, "GS1-Extensions: a namespace is a URI")
    return prefixes_of(named)


@contextmanager
def refusals() -> Iterator[None]:
    """Refusals of queries as problems of their kinds."""
    try:
        yield
    except QueryRefused as refused:
        kind = next(kind for type_, kind in _KINDS if isinstance(refused, type_))
        raise RestRefused(kind, str(refused)) from refused


def json_answer(body: Any, media_type: str, headers: Mapping[str, str] | None = None) -> RestAnswer:
    return RestAnswer(
        200, {"Content-Type": media_type, **(headers or {})}, json.dumps(body, ensure_ascii=False).encode()
    )


def no_parameters(request: RestRequest) -> None:
    """A resource that takes none but those of its pages."""
    for name in request.query:
        if name not in CONTROLS:
            raise RestRefused(Kind.QUERY_PARAMETER, str(QueryParameterException(name, "means nothing here")))
