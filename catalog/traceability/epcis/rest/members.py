"""What events speak of, as lists: types, things, steps, states and places, each as far as the viewer may see them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Collate

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.query import columns, things
from catalog.traceability.epcis.query.condition import Asked, Condition
from catalog.traceability.epcis.query.event_query import EventQuery
from catalog.traceability.epcis.query.find_events import find_events
from catalog.traceability.epcis.query.patterns import matching
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.query.values import LONGEST_VALUE
from catalog.traceability.epcis.query.visibility import Visibility
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.epcis.vocabulary import CBV, UnknownWord, bare, expand
from catalog.traceability.epcis.words import WORDS

_ALL_THINGS = tuple(things.FIELDS)


def event_types(_viewer: Viewer, after: str, most: int) -> list[str]:
    """The five of the standard; none of anybody's own is kept."""
    return [name for name in sorted(EventType.values) if name > after][:most]


def event_type(name: str) -> Condition | None:
    return columns.event_type(_asked("eventType", name)) if name in EventType.values else None


def epcs(viewer: Viewer, after: str, most: int) -> list[str]:
    """Single things, kinds and lots alike: many here have no numbers for single pieces."""
    visibility = Visibility(viewer, _ALL_THINGS)
    rows: Any = Q(pk__in=[])
    for seen, fields in visibility.apart(_ALL_THINGS):
        readable = readable_events(viewer).filter(seen, pk=OuterRef("event_id"))
        rows |= things.in_fields(fields) & Exists(readable)
    return _distinct(EventThing.objects.filter(rows), "uri", after, most)


def epc(uri: str) -> Condition | None:
    if not _is_identifier(uri):
        return None
    asked = _asked("MATCH_anyEPC", uri)
    return things.of_things(asked, _ALL_THINGS, matching("uri", asked.values))


def biz_locations(viewer: Viewer, after: str, most: int) -> list[str]:
    return _of_column(viewer, "bizLocation", "biz_location", after, most)


def read_points(viewer: Viewer, after: str, most: int) -> list[str]:
    return _of_column(viewer, "readPoint", "read_point", after, most)


def biz_location(uri: str) -> Condition | None:
    return columns.place(Asked("EQ_bizLocation", "EQ", "bizLocation", (uri,))) if _is_identifier(uri) else None


def read_point(uri: str) -> Condition | None:
    return columns.place(Asked("EQ_readPoint", "EQ", "readPoint", (uri,))) if _is_identifier(uri) else None


def biz_steps(viewer: Viewer, after: str, most: int) -> list[str]:
    return _words(viewer, ("BizStep", "biz_step", "bizStep"), after, most)


def dispositions(viewer: Viewer, after: str, most: int) -> list[str]:
    return _words(viewer, ("Disp", "disposition", "disposition"), after, most)


def biz_step(word: str) -> Condition | None:
    return _worded("EQ_bizStep", word)


def disposition(word: str) -> Condition | None:
    return _worded("EQ_disposition", word)


def is_word(kind: str) -> Callable[[str], bool]:
    """Of the standard, however it is written."""

    def known(word: str) -> bool:
        try:
            return expand(kind, word).startswith(f"{CBV}{kind}-")
        except UnknownWord:
            return False

    return known


def is_spoken_of(condition: Condition, viewer: Viewer) -> bool:
    return find_events(EventQuery(conditions=(condition,)), viewer).exists()


def _words(viewer: Viewer, of: tuple[str, str, str], after: str, most: int) -> list[str]:
    """Those of the standard first, then others' own: bare words sort before URIs with nothing to do for it."""
    kind, column, field = of
    standard = [word for word in sorted(WORDS[kind]) if word > after] if ":" not in after else []
    if len(standard) >= most:
        return standard[:most]
    own = _of_column(viewer, field, column, after if ":" in after else "", most, without=f"{CBV}{kind}-")
    return [*standard, *(bare(uri) for uri in own)][:most]


def _of_column(viewer: Viewer, field: str, column: str, after: str, most: int, *, without: str = "") -> list[str]:
    seen = Visibility(viewer, [field]).visible(field)
    events = readable_events(viewer).filter(seen or Q()).exclude(**{column: ""})
    if without:
        events = events.exclude(**{f"{column}__startswith": without})
    return _distinct(events, column, after, most)


def _distinct(rows: QuerySet[Any], column: str, after: str, most: int) -> list[str]:
    """In the order of bytes, whatever the database's own order of texts is."""
    ordered = rows.annotate(member=Collate(F(column), "BINARY" if connection.vendor == "sqlite" else "C"))
    if after:
        ordered = ordered.filter(member__gt=after)
    return list(ordered.order_by("member").values_list("member", flat=True).distinct()[:most])


def _worded(parameter: str, word: str) -> Condition | None:
    kind, column, field = columns.KINDS_OF_WORDS[parameter]
    try:
        return columns.worded(kind, column, field)(_asked(parameter, word))
    except QueryParameterException:
        return None


def _asked(parameter: str, value: str) -> Asked:
    return Asked(parameter, "EQ", "", (value,))


def _is_identifier(uri: str) -> bool:
    return ":" in uri and len(uri) <= LONGEST_VALUE and "\0" not in uri and not uri.isspace()
