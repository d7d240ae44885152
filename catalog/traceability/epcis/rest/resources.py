"""What there is to ask for: top-level resources, their members, and the events of each member (EPCIS 2.0, 12.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from catalog.traceability.epcis.documents.write_document import CONTEXT
from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.query.condition import Condition
from catalog.traceability.epcis.query.event_query import read_query
from catalog.traceability.epcis.query.page_token import Place
from catalog.traceability.epcis.rest import members
from catalog.traceability.epcis.rest.accept import require_json
from catalog.traceability.epcis.rest.events import (
    events_answer,
    extensions,
    json_answer,
    no_parameters,
    parameters,
    refusals,
)
from catalog.traceability.epcis.rest.formats import formatted_uris
from catalog.traceability.epcis.rest.paging import next_page, page_size, place_asked
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.http import RestAnswer, RestRequest

TOP_LEVEL = (
    "bizLocations", "bizSteps", "capture", "dispositions", "epcs", "eventTypes", "events", "queries", "readPoints",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Collection:
    """``asked`` makes the condition of a member, ``None`` for what can be none; ``listed`` gives those after one."""

    name: str
    asked: Callable[[str], Condition | None]
    listed: Callable[[Viewer, str, int], list[str]]
    parameter: str
    """What a query about a member may not ask again."""
    are_identifiers: bool = False
    stands_alone: Callable[[str], bool] = lambda _member: False
    """Whether it is there though nobody used it: words of the standard."""


COLLECTIONS: dict[str, Collection] = {
    "eventTypes": Collection(
        "eventTypes",
        members.event_type,
        members.event_types,
        "eventType",
        stands_alone=EventType.values.__contains__,
    ),
    "epcs": Collection("epcs", members.epc, members.epcs, "MATCH_anyEPC", are_identifiers=True),
    "bizSteps": Collection(
        "bizSteps", members.biz_step, members.biz_steps, "EQ_bizStep", stands_alone=members.is_word("BizStep")
    ),
    "dispositions": Collection(
        "dispositions",
        members.disposition,
        members.dispositions,
        "EQ_disposition",
        stands_alone=members.is_word("Disp"),
    ),
    "bizLocations": Collection(
        "bizLocations", members.biz_location, members.biz_locations, "EQ_bizLocation", are_identifiers=True
    ),
    "readPoints": Collection(
        "readPoints", members.read_point, members.read_points, "EQ_readPoint", are_identifiers=True
    ),
}


def get_root(request: RestRequest) -> RestAnswer:
    return _collection(request, list(TOP_LEVEL))


def lister(name: str) -> Callable[[RestRequest], RestAnswer]:
    """``GET /bizSteps``: what the caller may know of, in pages."""
    collection = COLLECTIONS[name]

    def get(request: RestRequest) -> RestAnswer:
        no_parameters(request)
        size, of = page_size(request), request.path
        after = place_asked(request, of=of)
        found = collection.listed(request.viewer, str(after.pk) if after else "", size + 1)
        shown = formatted_uris(request, found[:size]) if collection.are_identifiers else found[:size]
        place = Place((), found[size - 1]) if len(found) > size else None
        return _collection(request, shown, next_page(request, place, of=of))

    return get


def getter(name: str) -> Callable[[RestRequest, str], RestAnswer]:
    """``GET /bizSteps/shipping``: what there is below."""
    collection = COLLECTIONS[name]

    def get(request: RestRequest, member: str) -> RestAnswer:
        no_parameters(request)
        _condition(request, collection, member)
        return _collection(request, ["events"])

    return get


def events_getter(name: str) -> Callable[[RestRequest, str], RestAnswer]:
    """``GET /bizSteps/shipping/events``, with all the other parameters of a query."""
    collection = COLLECTIONS[name]

    def get(request: RestRequest, member: str) -> RestAnswer:
        if collection.parameter in request.query:
            raise RestRefused(Kind.QUERY_PARAMETER, f"{collection.parameter}: is said by the path already")
        with refusals():
            query = read_query(parameters(request), prefixes=extensions(request))
        return events_answer(request, query, also=_condition(request, collection, member))

    return get


def _condition(request: RestRequest, collection: Collection, member: str) -> Condition:
    """Raises `RestRefused` 404 for what no event that the caller may read speaks of."""
    condition = collection.asked(member)
    known = condition is not None and (
        collection.stands_alone(member) or members.is_spoken_of(condition, request.viewer)
    )
    if condition is None or not known:
        raise RestRefused(Kind.NO_SUCH_RESOURCE, f"nothing is known of it among the {collection.name}")
    return condition


def _collection(request: RestRequest, listed: list[str], headers: Mapping[str, str] | None = None) -> RestAnswer:
    body = {"@context": CONTEXT, "type": "Collection", "member": listed}
    return json_answer(body, require_json(request), headers)
