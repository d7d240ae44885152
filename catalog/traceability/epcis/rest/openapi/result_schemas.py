"""Schemas of answers, and the refusals that every resource may give."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.rest.openapi.event_schemas import CONTEXT, TIME
from catalog.traceability.epcis.rest.problem import MEDIA_TYPE, STATUS, Kind

Schema = dict[str, Any]
JSON_TYPES = ("application/json", "application/ld+json")
_COMMON = ("2.0.0",)
VERSIONS: Schema = {
    name: {"schema": {"type": "string", "enum": list(_COMMON)}, "required": True}
    for name in ("GS1-EPCIS-Version", "GS1-CBV-Version")
}
_PAGED: Schema = {
    **VERSIONS,
    "Link": {"schema": {"type": "string"}, "description": '<…>; rel="next", unless it is the last page'},
    "GS1-Next-Page-Token-Expires": {"schema": TIME},
}


def _object(required: tuple[str, ...], **properties: Schema) -> Schema:
    return {"type": "object", "required": list(required), "properties": properties}


def _text(*enum: str) -> Schema:
    return {"type": "string", "enum": list(enum)} if enum else {"type": "string"}


def _listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_RESULTS = _object(("eventList",), eventList=_listed({"type": "object", "required": ["type", "eventID"]}))
_QUERY_RESULTS = _object(("queryName", "resultsBody"), queryName=_text(), resultsBody=_RESULTS)
SCHEMAS: dict[str, Schema] = {
    "Problem": _object(
        ("type", "title", "status"),
        type=_text(*map(str, Kind)), title=_text(), status={"type": "integer"}, detail=_text(),
        errors=_listed({"type": "object"}),
    ),
    "EPCISQueryDocument": _object(
        ("@context", "type", "schemaVersion", "creationDate", "epcisBody"),
        **{"@context": CONTEXT, "type": _text("EPCISQueryDocument"), "schemaVersion": _text("2.0"),
           "creationDate": TIME, "epcisBody": _object(("queryResults",), queryResults=_QUERY_RESULTS)},
    ),
    "EPCISDocument": _object(
        ("@context", "type", "schemaVersion", "creationDate", "epcisBody"),
        **{"@context": CONTEXT, "type": _text("EPCISDocument"), "schemaVersion": _text("2.0"), "creationDate": TIME,
           "epcisBody": _object(("eventList",), eventList=_listed(_reference("Event")))},
    ),
    "Collection": _object(
        ("@context", "type", "member"),
        **{"@context": CONTEXT, "type": _text("Collection"), "member": {**_listed(_text()), "uniqueItems": True}},
    ),
    "Subscription": {
        "type": "object",
        "required": ["dest"],
        "additionalProperties": False,
        "properties": {
            "subscriptionID": {"type": "string", "format": "uuid", "readOnly": True},
            "dest": {"type": "string", "format": "uri", "maxLength": 500, "description": "https, public."},
            "stream": {"type": "boolean", "enum": [True]},
            "schedule": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": False,
                "description": "Like cron, in UTC: a number, a range [1-5], or several with commas.",
                "properties": {
                    name: {"type": "string", "pattern": r"^[0-9\[\],-]+$"}
                    for name in ("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek")
                },
            },
            "reportIfEmpty": {"type": "boolean"},
            "initialRecordTime": {"type": "string", "format": "date-time"},
            "signatureToken": {"type": "string", "maxLength": 200, "writeOnly": True},
            "createdAt": {"type": "string", "format": "date-time", "readOnly": True},
            "lastNotifiedAt": {"type": "string", "format": "date-time", "readOnly": True},
        },
    },
    "Query": {
        **_object(("name", "query"), name={"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$"},
                  query={"type": "object", "description": "Names and values of the parameters of /events."}),
        "example": {"name": "shipped", "query": {"eventType": ["ObjectEvent"], "EQ_bizStep": ["shipping"]}},
    },
    "CaptureJob": _object(
        ("captureID", "createdAt", "running", "success", "captureErrorBehaviour", "errors"),
        captureID={"type": "string", "format": "uuid"}, createdAt=TIME, finishedAt=TIME, running={"type": "boolean"},
        success={"type": "boolean"}, captureErrorBehaviour=_text("rollback", "proceed"),
        errors=_listed(_reference("Problem")),
    ),
}  # fmt: skip


def answered(schema: Schema, about: str, *, paged: bool = False) -> Schema:
    return {
        "description": about,
        "headers": _PAGED if paged else VERSIONS,
        "content": {media_type: {"schema": schema} for media_type in JSON_TYPES},
    }


def refusal_name(status: int) -> str:
    return f"Refused{status}"


def _refusals() -> dict[str, Schema]:
    titles: dict[int, list[str]] = {403: [STATUS[Kind.SECURITY][1]]}
    for status, title in STATUS.values():
        titles.setdefault(status, []).append(title)
    problem = {MEDIA_TYPE: {"schema": _reference("Problem")}}
    return {
        refusal_name(status): {"description": "; ".join(dict.fromkeys(said)), "headers": VERSIONS, "content": problem}
        for status, said in sorted(titles.items())
    }


RESPONSES: dict[str, Schema] = _refusals()
