"""Conditions on master data of what an event names: ``HASATTR_bizLocation``, ``EQ_ATTR_readPoint_<attribute>``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from catalog.traceability.epcis.event_rows import EventField, EventLink, EventThing, FieldScope, LinkKind
from catalog.traceability.epcis.master_data.master_datum import MasterDatum
from catalog.traceability.epcis.master_data.readable_master_data import readable_master_data
from catalog.traceability.epcis.query.condition import Asked, Condition, Through
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.query.things import COUNTED, in_fields

Known = QuerySet[MasterDatum]
_COLUMNS = {
    "readPoint": "read_point", "bizLocation": "biz_location", "bizStep": "biz_step", "disposition": "disposition",
}  # fmt: skip
_LINKS = {
    "source": (LinkKind.SOURCE, "sourceList"),
    "destination": (LinkKind.DESTINATION, "destinationList"),
    "bizTransaction": (LinkKind.TRANSACTION, "bizTransactionList"),
}
_CLASSES = "epcClass"


def has_attribute(asked: Asked) -> Condition:
    """Something is known under one of these names of what the field names."""
    return _of_field(asked, asked.rest, lambda known: known.filter(attribute__in=asked.values))


def attribute_equals(asked: Asked) -> Condition:
    field, _, attribute = asked.rest.partition(" ")
    return _of_field(asked, field, lambda known: known.filter(attribute=attribute, text__in=asked.values))


def _of_field(asked: Asked, field: str, narrow: Callable[[Known], Known]) -> Condition:
    fields, events = _events_naming(asked, field)
    return Condition(
        asked.parameter,
        fields,
        lambda through: events(narrow(readable_master_data(through.viewer)).values("uri"), through),
    )


def _events_naming(asked: Asked, field: str) -> tuple[tuple[str, ...], Callable[[Any, Through], Q]]:
    """Which fields of an event are looked at, and the condition that they name one of some URIs."""
    if field in _COLUMNS:
        return (field,), lambda uris, _through: Q((f"{_COLUMNS[field]}__in", uris))
    if field == _CLASSES:
        return COUNTED, lambda uris, through: _in(
            EventThing.objects.filter(in_fields(through.fields), uri__in=uris)
        )  # fmt: skip
    if field in _LINKS:
        kind, around = _LINKS[field]
        return (around,), lambda uris, _through: _in(EventLink.objects.filter(kind=kind, uri__in=uris))
    if ":" in field:
        said = EventField.objects.filter(scope=FieldScope.EXTENSION, path=field, is_inner=False)
        return (field,), lambda uris, _through: _in(said.filter(text__in=uris))
    known = ", ".join([*_COLUMNS, *_LINKS, _CLASSES])
    raise QueryParameterException(asked.parameter, f"{field[:80]!r} names nothing that has attributes: {known} do")


def _in(rows: QuerySet[EventThing] | QuerySet[EventLink] | QuerySet[EventField]) -> Q:
    return Q(pk__in=rows.values("event_id"))
