"""``rows_of``: what an event says, in rows that can be asked for. They are made before the event has a key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from catalog.traceability.epcis.capture.field_rows import extension_rows, sensor_rows
from catalog.traceability.epcis.event_rows import (
    EventDisposition,
    EventField,
    EventLink,
    EventThing,
    FieldScope,
    LinkKind,
    ThingRole,
)
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.namespaces import expanded
from catalog.traceability.epcis.vocabulary import expand

Document = Mapping[str, Any]
Prefixes = Mapping[str, str]
Row = EventThing | EventLink | EventDisposition | EventField
SINGLE = {
    "epcList": ThingRole.EPC, "childEPCs": ThingRole.CHILD,
    "inputEPCList": ThingRole.INPUT, "outputEPCList": ThingRole.OUTPUT,
}  # fmt: skip
COUNTED = {
    "quantityList": ThingRole.EPC, "childQuantityList": ThingRole.CHILD,
    "inputQuantityList": ThingRole.INPUT, "outputQuantityList": ThingRole.OUTPUT,
}  # fmt: skip
LINKS = {
    "bizTransactionList": (LinkKind.TRANSACTION, "BTT", "bizTransaction"),
    "sourceList": (LinkKind.SOURCE, "SDT", "source"),
    "destinationList": (LinkKind.DESTINATION, "SDT", "destination"),
}
KNOWN = frozenset(
    {
        *SINGLE, *COUNTED, *LINKS, "@context", "type", "isA", "eventID", "eventTime", "eventTimeZoneOffset",
        "recordTime", "action", "bizStep", "disposition", "persistentDisposition", "readPoint", "bizLocation",
        "transformationID", "parentID", "ilmd", "errorDeclaration", "sensorElementList", "certificationInfo",
    }
)  # fmt: skip
"""Fields of the standard. Everything else at an event's top is somebody's own."""


def rows_of(document: Document, prefixes: Prefixes) -> list[Row]:
    """Of a valid event."""
    return [
        *_things(document, prefixes),
        *_links(document, prefixes),
        *_dispositions(document, prefixes),
        *_fields(document, prefixes),
    ]


def identifier(text: str, prefixes: Prefixes) -> str:
    return canonical_uri(expanded(text.strip(), prefixes))


def word(kind: str, text: str, prefixes: Prefixes) -> str:
    return expand(kind, expanded(text.strip(), prefixes)) if text else ""


def _things(document: Document, prefixes: Prefixes) -> Iterator[EventThing]:
    if document.get("parentID"):
        yield EventThing(role=ThingRole.PARENT, is_class=False, uri=identifier(document["parentID"], prefixes))
    for key, role in SINGLE.items():
        for epc in document.get(key, ()):
            yield EventThing(role=role, is_class=False, uri=identifier(epc, prefixes))
    for key, role in COUNTED.items():
        for one in document.get(key, ()):
            quantity = one.get("quantity")
            yield EventThing(
                role=role,
                is_class=True,
                uri=identifier(one["epcClass"], prefixes),
                quantity=None if quantity is None else Decimal(str(quantity)),
                uom=one.get("uom", ""),
            )


def _links(document: Document, prefixes: Prefixes) -> Iterator[EventLink]:
    for key, (kind, words, name) in LINKS.items():
        for one in document.get(key, ()):
            yield EventLink(
                kind=kind, type=word(words, one.get("type", ""), prefixes), uri=identifier(one[name], prefixes)
            )


def _dispositions(document: Document, prefixes: Prefixes) -> Iterator[EventDisposition]:
    lasting = document.get("persistentDisposition", {})
    for key, is_set in (("set", True), ("unset", False)):
        for state in lasting.get(key, ()):
            yield EventDisposition(is_set=is_set, disposition=word("Disp", state, prefixes))


def _fields(document: Document, prefixes: Prefixes) -> Iterator[EventField]:
    own = {key: value for key, value in document.items() if key not in KNOWN}
    yield from extension_rows(FieldScope.EXTENSION, own, prefixes)
    yield from extension_rows(FieldScope.ILMD, document.get("ilmd", {}), prefixes)
    error = document.get("errorDeclaration", {})
    said = {key: value for key, value in error.items() if key not in ("declarationTime", "reason")}
    yield from extension_rows(FieldScope.ERROR, said, prefixes)
    for key, scope in (("readPoint", FieldScope.READ_POINT), ("bizLocation", FieldScope.BIZ_LOCATION)):
        further = {name: value for name, value in document.get(key, {}).items() if name != "id"}
        yield from extension_rows(scope, further, prefixes)
    yield from sensor_rows(document.get("sensorElementList", ()), prefixes)
