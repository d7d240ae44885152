"""``find_events`` and ``page_of``: the events that answer a query, for whoever asks.

1. Start from what the viewer may read; add each condition through the fields the viewer may see.
2. Order by the wanted field and then by key, so that every event has one place.
3. A page goes on after the last event of the one before; what was captured since the first page stays out of order by
   time of capture, so nothing is shown twice and nothing is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Collate

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventField, FieldScope
from catalog.traceability.epcis.query.event_query import EventQuery
from catalog.traceability.epcis.query.page_token import Place
from catalog.traceability.epcis.query.problem import QueryTooLarge
from catalog.traceability.epcis.query.sensors import same_report
from catalog.traceability.epcis.query.visibility import Visibility
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.epcis.rights.viewer import Viewer

_COLUMNS = {"eventTime": "event_time", "recordTime": "record_time"}


@dataclass(frozen=True, slots=True)
class Page:
    events: list[EpcisEvent]
    next: Place | None
    """Where the next page goes on, if there is one."""


def find_events(query: EventQuery, viewer: Viewer) -> QuerySet[EpcisEvent]:
    """Without an order. One statement is run to learn which of the fields have rules."""
    visibility = Visibility(viewer, _fields(query))
    events = readable_events(viewer)
    reports = [condition for condition in query.conditions if condition.report is not None]
    for condition in query.conditions:
        if condition.report is None:
            events = events.filter(visibility.allowed(condition))
    if reports:
        together = same_report([condition.report for condition in reports if condition.report is not None])
        whole = replace(reports[0], among=lambda _through: together)
        events = events.filter(visibility.allowed(whole))
    return _ordered(events, query, visibility)


def page_of(query: EventQuery, viewer: Viewer, *, size: int, after: Place | None = None) -> Page:
    """At most ``size`` events, in a number of statements that does not grow. Raises `QueryTooLarge`."""
    found = find_events(query, viewer)
    if query.most is not None and after is None and _is_more_than(found, query.most):
        raise QueryTooLarge(query.most)
    left = query.limit if after is None else after.left
    wanted = size if left is None else min(size, left)
    newest = after.newest if after is not None else _newest()
    found = found.filter(pk__lte=newest)
    if after is not None:
        found = found.filter(_beyond(query, after))
    events = list(found.order_by(*_order(query))[: wanted + 1])
    shown = events[:wanted]
    rest = None if left is None else left - len(shown)
    is_last = len(events) <= wanted or rest == 0
    return Page(shown, None if is_last else _place(query, shown[-1], newest=newest, left=rest))


def _fields(query: EventQuery) -> list[str]:
    fields = [field for condition in query.conditions for field in condition.fields]
    return [*fields, query.order_by] if _is_field(query) else fields


def _is_field(query: EventQuery) -> bool:
    return bool(query.order_by) and query.order_by not in _COLUMNS


def _ordered(events: QuerySet[EpcisEvent], query: EventQuery, visibility: Visibility) -> QuerySet[EpcisEvent]:
    """With the field to order by as ``place`` where it is somebody's own; events that lack it come first or last."""
    if not _is_field(query):
        return events.annotate(place=F(_COLUMNS[query.order_by])) if query.order_by else events
    rows = EventField.objects.filter(
        event=OuterRef("pk"), scope=FieldScope.EXTENSION, path=query.order_by, is_inner=False
    )
    # Numbers go before texts that are none; moments are texts that sort by themselves once in UTC.
    number = Subquery(rows.filter(number__isnull=False).order_by("number").values("number")[:1])
    text = Subquery(rows.order_by("text").values("text")[:1])
    seen = visibility.visible(query.order_by)
    if seen is not None:
        number, text = _where(seen, number), _where(seen, text)
    collation = "BINARY" if connection.vendor == "sqlite" else "C"
    return events.annotate(
        place=Coalesce(number, Value(-(10**17)), output_field=EventField._meta.get_field("number")),
        text_place=Collate(Coalesce(text, Value("")), collation),
    )


def _where(seen: Q, value: Any) -> Any:
    return Case(When(seen, then=value), default=Value(None))


def _order(query: EventQuery) -> Sequence[str]:
    if not query.order_by:
        return ("pk",)
    sign = "-" if query.descending else ""
    names = ("place", "text_place", "pk") if _is_field(query) else ("place", "pk")
    return [sign + name for name in names]


def _beyond(query: EventQuery, after: Place) -> Q:
    """Events after a place in the order, compared column by column."""
    keys = [name.removeprefix("-") for name in _order(query)]
    past = "lt" if query.order_by and query.descending else "gt"
    values = [*after.values, after.pk]
    beyond, equal = Q(pk__in=[]), Q()
    for key, value in zip(keys, values, strict=True):
        beyond |= equal & Q((f"{key}__{past}", value))
        equal &= Q((key, value))
    return beyond


def _place(query: EventQuery, event: Any, *, newest: int, left: int | None) -> Place:
    names = [name.removeprefix("-") for name in _order(query)][:-1]
    return Place(values=tuple(getattr(event, name) for name in names), pk=event.pk, newest=newest, left=left)


def _newest() -> int:
    """Later captures have greater keys: a page after the first leaves them out."""
    return EpcisEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _is_more_than(found: QuerySet[EpcisEvent], most: int) -> bool:
    return len(found.order_by().values_list("pk")[: most + 1]) > most
