"""Named queries over HTTP: ``/queries``, ``/queries/{name}`` and the events each gives to whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from catalog.traceability.epcis.documents.parse_json import parse_json
from catalog.traceability.epcis.named_queries.create_named_query import (
    BadQueryName,
    QueryNameTaken,
    TooLongQuery,
    TooManyQueries,
    create_named_query,
)
from catalog.traceability.epcis.named_queries.delete_named_query import delete_named_query
from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from catalog.traceability.epcis.named_queries.queries_of import queries_of
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.page_token import Place
from catalog.traceability.epcis.query.problem import QueryRefused, QueryTooComplex
from catalog.traceability.epcis.rest.accept import JSON, JSON_LD, require_json
from catalog.traceability.epcis.rest.capturer import SELLER, capturing_seller, seen_seller_ids
from catalog.traceability.epcis.rest.events import events_answer, json_answer, no_parameters, refusals
from catalog.traceability.epcis.rest.paging import next_page, page_size, place_asked
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.epcis.validate.problem import InvalidEvent
from catalog.traceability.http import RestAnswer, RestRequest


def get_queries(request: RestRequest) -> RestAnswer:
    seen_seller_ids(request)
    no_parameters(request)
    size, of = page_size(request), request.path
    queries, after = queries_of(request.viewer), place_asked(request, of=of)
    if after is not None:
        name = after.values[0]
        queries = queries.filter(name__gte=name).exclude(name=name, pk__lte=after.pk)
    found = list(queries[: size + 1])
    place = Place((found[size - 1].name,), str(found[size - 1].pk)) if len(found) > size else None
    listed = [_document(query) for query in found[:size]]
    return json_answer(listed, require_json(request), next_page(request, place, of=of))


def post_query(request: RestRequest) -> RestAnswer:
    """Keep a query under a name: 201, and where it is."""
    require_json(request)
    seller = capturing_seller(request)
    name, query = _definition(request)
    try:
        kept = create_named_query(seller=seller, name=name, query=query)
    except QueryNameTaken as taken:
        raise RestRefused(Kind.ALREADY_EXISTS, str(taken)) from taken
    except (TooManyQueries, TooLongQuery, QueryTooComplex) as many:
        raise RestRefused(Kind.QUERY_TOO_COMPLEX, str(many)) from many
    except (BadQueryName, QueryRefused) as bad:
        raise RestRefused(Kind.QUERY_VALIDATION, str(bad)) from bad
    return RestAnswer(201, {"Location": f"{request.origin}/epcis/queries/{quote(kept.name, safe='')}"})


def get_query(request: RestRequest, name: str) -> RestAnswer:
    no_parameters(request)
    return json_answer(_document(named_query(request, name)), require_json(request))


def delete_query(request: RestRequest, name: str) -> RestAnswer:
    seller = capturing_seller(request)
    query = queries_of(request.viewer).filter(seller=seller, name=name).first()
    if query is None:
        raise _no_such(name)
    delete_named_query(query)
    return RestAnswer(204)


def get_query_events(request: RestRequest, name: str) -> RestAnswer:
    """What the query gives to the caller: never more than the caller may read, whoever named it."""
    no_parameters(request)
    query = named_query(request, name)
    with refusals():
        asked = read_query(query.query)
    return events_answer(request, asked, name=query.name)


def named_query(request: RestRequest, name: str) -> NamedQuery:
    """Of the seller in ``Marketplace-Seller``, or of any that the caller works for. Raises `RestRefused`."""
    seen_seller_ids(request)
    queries = queries_of(request.viewer).filter(name=name)
    asked = request.headers.get(SELLER, "").strip()
    if asked.isascii() and asked.isdecimal():
        queries = queries.filter(seller_id=int(asked))
    query = queries.first()
    if query is None:
        raise _no_such(name)
    return query


def _definition(request: RestRequest) -> tuple[str, Mapping[str, Any]]:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (JSON, JSON_LD):
        raise RestRefused(Kind.UNSUPPORTED_MEDIA_TYPE, f"queries are sent as {JSON}", headers={"Accept-Post": JSON})
    try:
        body = parse_json(request.body)
    except InvalidEvent as invalid:
        raise RestRefused(Kind.QUERY_VALIDATION, str(invalid)) from invalid
    name, query = (body.get("name"), body.get("query")) if isinstance(body, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(query, dict) or set(body) - {"name", "query", "@context"}:
        raise RestRefused(Kind.QUERY_VALIDATION, "a query is sent as {'name': …, 'query': {…}}")
    return name, {"@context": body["@context"], **query} if "@context" in body else query


def _document(query: NamedQuery) -> dict[str, Any]:
    return {"name": query.name, "query": query.query}


def _no_such(name: str) -> RestRefused:
    return RestRefused(Kind.NO_SUCH_NAME, f"there is no query named {name[:100]!r}")
