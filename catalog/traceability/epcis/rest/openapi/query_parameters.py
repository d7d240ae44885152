"""The parameters of queries, as OpenAPI describes them: made from the table that questions are read by.

OpenAPI has no names with an open end: of each family one member stands for all, and says so.
"""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.event import EventType
from catalog.traceability.epcis.query.parameters import ALL, Parameter, Rest
from catalog.traceability.epcis.query.values import Kind
from catalog.traceability.epcis.rest.openapi.event_schemas import TIME, URI, word_schema

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "minLength": 1, "maxLength": 1000, "pattern": r"^[^|\s]+$"}
_ITEMS: dict[str, Schema] = {
    "eventType": {"type": "string", "enum": sorted(EventType.values)},
    "EQ_action": {"type": "string", "enum": ["ADD", "OBSERVE", "DELETE"]},
    "EQ_bizStep": word_schema("BizStep"),
    "EQ_disposition": word_schema("Disp"),
    "EQ_persistentDisposition_set": word_schema("Disp"),
    "EQ_persistentDisposition_unset": word_schema("Disp"),
    "EQ_errorReason": word_schema("ER"),
}
_ENDS = {
    Rest.UNIT: ("KGM", "a unit of UN/ECE Recommendation 20"),
    Rest.TYPE: ("owning_party", "a type of the Core Business Vocabulary, or a URI"),
    Rest.FIELD: ("cbvmda:lotNumber", "a field: prefix:name with a prefix of GS1-Extensions, or its URI"),
    Rest.ATTRIBUTE: ("bizLocation", "a field, and for EQ_ATTR another _ and the attribute's name"),
}
_OWN_ENDS = {
    "EQ_bizTransaction_": "po",
    "EQ_ATTR_": "bizLocation_cbvmda:city",
    "EQATTR_": "bizLocation_cbvmda:city",
}
_NUMBER: Schema = {"type": "number", "minimum": -999999999999, "maximum": 999999999999}


def query_parameters() -> dict[str, Schema]:
    """By the name under which paths refer to them."""
    described = {_reference(parameter): _described(parameter) for parameter in ALL}
    return {**described, **_CONTROLS}


def _reference(parameter: Parameter) -> str:
    return parameter.name.rstrip("_") + ("_family" if parameter.follows is not Rest.NOTHING else "")


def _described(parameter: Parameter) -> Schema:
    name, about = parameter.name, ""
    if parameter.follows is not Rest.NOTHING:
        end, meaning = _ENDS[parameter.follows]
        name += _OWN_ENDS.get(parameter.name, end)
        about = f"One of the family {parameter.name}…: its end is {meaning}."
    schema = _schema(parameter)
    described: Schema = {"name": name, "in": "query", "required": False, "schema": schema}
    if schema["type"] == "array":
        described |= {"style": "pipeDelimited", "explode": False}
    return {**described, "description": about} if about else described


def _schema(parameter: Parameter) -> Schema:
    match parameter.kind:
        case Kind.TEXTS:
            items = _ITEMS.get(parameter.name, URI)
            return {"type": "array", "minItems": 1, "maxItems": 20, "items": items}
        case Kind.SCALARS:
            return {"type": "array", "minItems": 1, "maxItems": 20, "items": _TEXT}
        case Kind.NUMBERS:
            return {"type": "array", "minItems": 1, "maxItems": 20, "items": _NUMBER}
        case Kind.TIME | Kind.ORDERED:
            return TIME
        case Kind.FLAG:
            return {"type": "boolean"}
    return _NUMBER


_COUNT: Schema = {"type": "integer", "minimum": 1, "maximum": 999999999}
_CONTROLS: dict[str, Schema] = {
    "orderBy": {"name": "orderBy", "in": "query", "schema": {"type": "string", "enum": ["eventTime", "recordTime"]},
                "description": "Or an extension field, as prefix:name or as its URI."},
    "orderDirection": {"name": "orderDirection", "in": "query", "schema": {"type": "string", "enum": ["ASC", "DESC"]}},
    "eventCountLimit": {"name": "eventCountLimit", "in": "query", "schema": _COUNT,
                        "description": "Only the first so many; needs orderBy and does not go with maxEventCount."},
    "maxEventCount": {"name": "maxEventCount", "in": "query", "schema": _COUNT,
                      "description": "413 where more events match."},
}  # fmt: skip
