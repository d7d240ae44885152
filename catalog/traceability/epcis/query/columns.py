"""Conditions on what stands in an event's own columns, and on its parties, papers and lasting states."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from django.db.models import Q

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.event_rows import EventDisposition, EventField, EventLink, FieldScope, LinkKind
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.query.compare import compared
from catalog.traceability.epcis.query.condition import Asked, Condition, of_column
from catalog.traceability.epcis.query.descendants import within
from catalog.traceability.epcis.query.patterns import matching
from catalog.traceability.epcis.query.problem import QueryParameterException
from catalog.traceability.epcis.vocabulary import UnknownWord, expand

ACTIONS = frozenset({"ADD", "OBSERVE", "DELETE"})
TIMES = {
    "eventTime": "event_time", "recordTime": "record_time",
    "errorDeclarationTime": "error_declared_at", "errorDeclaration_Time": "error_declared_at",
}  # fmt: skip
"""The standard's two documents spell the last one in two ways; both are understood."""
_TIME_FIELDS = {"error_declared_at": "errorDeclaration"}
PLACES = {"readPoint": "read_point", "bizLocation": "biz_location"}
_LINKS = {
    "bizTransaction": (LinkKind.TRANSACTION, "bizTransactionList", "BTT"),
    "source": (LinkKind.SOURCE, "sourceList", "SDT"),
    "destination": (LinkKind.DESTINATION, "destinationList", "SDT"),
}
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def event_type(asked: Asked) -> Condition:
    """Types of others' own are known by their URI; none is kept here, so none is found."""
    for value in asked.values:
        if value not in EventType.values and not _URI.fullmatch(value):
            raise QueryParameterException(asked.parameter, f"{value[:80]!r} is no type of event, and no URI")
    return of_column(asked, "type", Q(type__in=asked.values))


def action(asked: Asked) -> Condition:
    for value in asked.values:
        if value not in ACTIONS:
            raise QueryParameterException(asked.parameter, "is ADD, OBSERVE or DELETE")
    return of_column(asked, "action", Q(action__in=asked.values))


def worded(kind: str, column: str, field: str) -> Callable[[Asked], Condition]:
    return lambda asked: of_column(asked, field, Q((f"{column}__in", words(asked, kind))))


def words(asked: Asked, kind: str) -> list[str]:
    try:
        return [expand(kind, value) for value in asked.values]
    except UnknownWord as unknown:
        raise QueryParameterException(asked.parameter, str(unknown)) from unknown


def time(asked: Asked) -> Condition:
    column = TIMES[asked.rest]
    return of_column(
        asked, _TIME_FIELDS.get(column, asked.rest), compared(column, asked.operator, asked.values[0])
    )  # fmt: skip


def lasting(asked: Asked) -> Condition:
    rows = EventDisposition.objects.filter(is_set=asked.rest == "set", disposition__in=words(asked, "Disp"))
    return of_column(asked, "persistentDisposition", Q(pk__in=rows.values("event_id")))


def place(asked: Asked) -> Condition:
    column = PLACES[asked.rest]
    if asked.operator == "EQ":
        return of_column(asked, asked.rest, matching(column, asked.values))
    return Condition(asked.parameter, (asked.rest,), lambda through: within(column, asked.values, through.viewer))


def transformation(asked: Asked) -> Condition:
    found = Q(transformation_id__in=[canonical_uri(value) for value in asked.values])
    return of_column(asked, "transformationID", found)


def event_id(asked: Asked) -> Condition:
    return of_column(asked, "eventID", Q(event_id__in=asked.values))


def error_declared(asked: Asked) -> Condition:
    """False asks for nothing (as the standard says), not for events without an error declaration."""
    return of_column(asked, "errorDeclaration", Q(is_error_declaration=True) if asked.values[0] else _any())


def corrective_event(asked: Asked) -> Condition:
    rows = EventField.objects.filter(scope=FieldScope.ERROR, path="correctiveEventIDs", text__in=asked.values)
    return of_column(asked, "errorDeclaration", Q(pk__in=rows.values("event_id")))


def sensors_there(asked: Asked) -> Condition:
    rows = EventField.objects.filter(scope=FieldScope.SENSOR).values("event_id")
    return of_column(asked, "sensorElementList", Q(pk__in=rows) if asked.values[0] else _any())


def link(family: str) -> Callable[[Asked], Condition]:
    """``EQ_source_owning_party``: the type is in the name, as a word of the vocabulary or as a URI."""
    kind, field, vocabulary = _LINKS[family]

    def asked_for(asked: Asked) -> Condition:
        (type_,) = words(Asked(asked.parameter, "EQ", "", (asked.rest,)), vocabulary)
        rows = EventLink.objects.filter(matching("uri", asked.values), kind=kind, type=type_)
        return of_column(asked, field, Q(pk__in=rows.values("event_id")))

    return asked_for


def _any() -> Q:
    return Q(pk__isnull=False)


KINDS_OF_WORDS: Mapping[str, tuple[str, str, str]] = {
    "EQ_bizStep": ("BizStep", "biz_step", "bizStep"),
    "EQ_disposition": ("Disp", "disposition", "disposition"),
    "EQ_errorReason": ("ER", "error_reason", "errorDeclaration"),
}
