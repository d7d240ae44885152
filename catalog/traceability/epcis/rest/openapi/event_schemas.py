"""Schemas of events, made from the shapes that events are checked against when they are captured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.traceability.epcis.validate import values
from catalog.traceability.epcis.validate.shapes import EVENTS, Kind, Many, Shape
from catalog.traceability.epcis.words import WORDS

Schema = dict[str, Any]
URI: Schema = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9/_.:#%-]+$", "maxLength": 400}
TIME: Schema = {"type": "string", "format": "date-time"}
_WORDS = {
    "bizStep": "BizStep",
    "disposition": "Disp",
    "reason": "ER",
    "component": "Comp",
    "set": "Disp",
    "unset": "Disp",
}
_TYPES = {"bizTransactionList": "BTT", "sourceList": "SDT", "destinationList": "SDT"}
_CHECKED: Mapping[Any, Schema] = {
    values.uri: URI,
    values.event_id: {**URI, "maxLength": 512},
    values.uris: {"oneOf": [URI, {"type": "array", "items": URI}]},
    values.time: TIME,
    values.offset: {"type": "string", "pattern": r"^[+-]((0\d|1[0-3]):[0-5]\d|14:00)$"},
    values.action: {"type": "string", "enum": ["ADD", "OBSERVE", "DELETE"]},
    values.number: {"type": "number"},
    values.amount: {"type": "number", "minimum": 0},
    values.truth: {"type": "boolean"},
    values.unit: {"type": "string", "pattern": "^[A-Z0-9]{2,3}$"},
    values.hexadecimal: {"type": "string", "pattern": "^[A-Fa-f0-9]+$"},
}
CONTEXT: Schema = {
    "oneOf": [
        {"type": "string", "format": "uri"},
        {"type": "array", "items": {"oneOf": [{"type": "string", "format": "uri"}, {"type": "object"}]}},
    ]
}
"""``@context`` of JSON-LD: the standard's, and prefixes of one's own."""


def event_schemas() -> dict[str, Schema]:
    """The five types, and ``Event``: any of them."""
    schemas = {name: _event(name, shape) for name, shape in EVENTS.items()}
    return {**schemas, "Event": {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas]}}


def word_schema(kind: str) -> Schema:
    return {"anyOf": [{"type": "string", "enum": sorted(WORDS[kind])}, URI]}


def _event(name: str, shape: Shape) -> Schema:
    schema = _of(shape, name)
    schema["properties"] |= {"@context": CONTEXT, "type": {"type": "string", "enum": [name]}}
    return schema


def _of(kind: Kind, name: str, around: str = "") -> Schema:
    if isinstance(kind, Shape):
        fields = {field: _of(inner, field, name) for field, inner in kind.fields.items()}
        schema: Schema = {"type": "object", "properties": fields, "additionalProperties": kind.is_open}
        return {**schema, "required": list(kind.required)} if kind.required else schema
    if isinstance(kind, Many):
        schema = {"type": "array", "items": _of(kind.of, name, around), "uniqueItems": kind.is_set}
        return {**schema, "minItems": kind.least} if kind.least else schema
    if name in _WORDS or (name == "type" and around in _TYPES):
        return word_schema(_WORDS.get(name) or _TYPES[around])
    return _CHECKED.get(kind, {"type": "string"})
