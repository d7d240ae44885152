"""What can be done at each path, in the words of OpenAPI."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from catalog.traceability.epcis.rest.openapi.event_schemas import URI
from catalog.traceability.epcis.rest.openapi.query_parameters import query_parameters
from catalog.traceability.epcis.rest.openapi.result_schemas import JSON_TYPES, VERSIONS, answered, refusal_name
from catalog.traceability.epcis.rest.resources import COLLECTIONS

Schema = dict[str, Any]
_VERSIONS = ("GS1-EPCIS-Min", "GS1-EPCIS-Max", "GS1-CBV-Min", "GS1-CBV-Max")
_PAGES = ("perPage", "nextPageToken")
_ASKING = (*_VERSIONS, *_PAGES, "GS1-EPC-Format", "GS1-Extensions")
_MEMBER = {"eventTypes": "eventType", "epcs": "epc", "bizSteps": "bizStep", "dispositions": "disposition",
           "bizLocations": "bizLocation", "readPoints": "readPoint"}  # fmt: skip


def operations() -> dict[str, Schema]:
    paths: dict[str, Schema] = {
        "/": {"get": _get("root", "What there is.", "Collection", _VERSIONS)},
        "/capture": {
            "get": _get("captureJobs", "The capture jobs of the caller's sellers, newest first.",
                        {"type": "array", "items": {"$ref": "#/components/schemas/CaptureJob"}},
                        (*_VERSIONS, *_PAGES), paged=True, statuses=(401,)),
            "post": _post("capture", "Capture a document; its job tells how it went.", "EPCISDocument", 202,
                          ("GS1-Capture-Error-Behaviour", "Marketplace-Seller", "Marketplace-Audience")),
        },
        "/capture/{captureID}": {
            "get": _get("captureJob", "How a capture went.", "CaptureJob", _VERSIONS, statuses=(401, 404)),
            "parameters": [_path("captureID", {"type": "string", "format": "uuid"})],
        },
        "/events": {
            "get": _events("events", "Events that answer a query."),
            "post": _post("event", "Capture one event at once.", "Event", 201,
                          ("Marketplace-Seller", "Marketplace-Audience")),
        },
        "/events/{eventID}": {
            "get": _get("event_", "An event, and the error declarations about it.", "EPCISQueryDocument",
                        (*_VERSIONS, "GS1-EPC-Format"), statuses=(404,)),
            "parameters": [_path("eventID", URI)],
        },
        "/queries": {
            "get": _get("queries", "The named queries of the caller's sellers.",
                        {"type": "array", "items": {"$ref": "#/components/schemas/Query"}},
                        (*_VERSIONS, *_PAGES), paged=True, statuses=(401,)),
            "post": _post("query", "Keep a query under a name.", "Query", 201, ("Marketplace-Seller",)),
        },
        "/queries/{queryName}": {
            "get": _get("query_", "A named query.", "Query", _VERSIONS, statuses=(401, 404)),
            "delete": _delete("forgetQuery", "Forget a named query.", (401, 403, 404)),
            "parameters": [_path("queryName", {"type": "string", "pattern": "^[A-Za-z0-9._~-]{1,100}$"})],
        },
        "/queries/{queryName}/events": {
            "get": _get("queryEvents", "The events that a named query gives to the caller.", "EPCISQueryDocument",
                        (*_VERSIONS, *_PAGES, "GS1-EPC-Format"), paged=True, statuses=(401, 404, 413)),
            "parameters": [_path("queryName", {"type": "string", "pattern": "^[A-Za-z0-9._~-]{1,100}$"})],
        },
        "/queries/{queryName}/subscriptions": {
            "get": _get("subscriptions", "Who is told of what a named query gives.",
                        {"type": "array", "items": {"$ref": "#/components/schemas/Subscription"}}, _VERSIONS,
                        statuses=(401, 404)),
            "post": _post("subscription", "Be told of what a named query gives.", "Subscription", 201,
                          ("Marketplace-Seller",)),
            "parameters": [_path("queryName", {"type": "string", "pattern": "^[A-Za-z0-9._~-]{1,100}$"})],
        },
        "/queries/{queryName}/subscriptions/{subscriptionID}": {
            "get": _get("subscription_", "A subscription.", "Subscription", _VERSIONS, statuses=(401, 404)),
            "delete": _delete("unsubscribe", "Be told no more.", (401, 403, 404)),
            "parameters": [_path("queryName", {"type": "string", "pattern": "^[A-Za-z0-9._~-]{1,100}$"}),
                           _path("subscriptionID", {"type": "string", "format": "uuid"})],
        },
        "/nextPageToken/{token}": {
            "delete": _delete("releaseToken", "Give a page's token back.", (404,)),
            "parameters": [_path("token", {"type": "string", "minLength": 1, "pattern": "^[A-Za-z0-9._:-]+$"})],
        },
    }  # fmt: skip
    for name in COLLECTIONS:
        paths |= _collection(name)
    return {path: {**methods, "options": _options(path)} for path, methods in paths.items()}


def _collection(name: str) -> dict[str, Schema]:
    member = _MEMBER[name]
    value = [
        _path(member, URI if name in ("epcs", "bizLocations", "readPoints") else {"type": "string", "minLength": 1})
    ]
    return {
        f"/{name}": {
            "get": _get(name, f"The {name} that the caller may know of.", "Collection",
                        (*_VERSIONS, *_PAGES, "GS1-EPC-Format"), paged=True),
        },
        f"/{name}/{{{member}}}": {
            "get": _get(member, "What there is below.", "Collection", _VERSIONS, statuses=(404,)), "parameters": value,
        },
        f"/{name}/{{{member}}}/events": {
            "get": _events(f"{member}Events", "Its events.", without=COLLECTIONS[name].parameter, statuses=(404,)),
            "parameters": value,
        },
    }  # fmt: skip


def _events(name: str, about: str, *, without: str = "", statuses: Sequence[int] = ()) -> Schema:
    asked = [parameter for parameter in query_parameters() if parameter != without]
    parameters = (*_ASKING, *asked)
    return _get(name, about, "EPCISQueryDocument", parameters, paged=True, statuses=(413, 414, *statuses))


def _get(
    name: str, about: str, schema: str | Schema, parameters: Sequence[str], *, paged: bool = False,
    statuses: Sequence[int] = (),
) -> Schema:  # fmt: skip
    told = {"$ref": f"#/components/schemas/{schema}"} if isinstance(schema, str) else schema
    refused = {400, 406, 500, *statuses} if paged or statuses or parameters else {500}
    return {
        "operationId": name,
        "summary": about,
        "parameters": _references(parameters),
        "responses": {"200": answered(told, about, paged=paged), **_refused(refused)},
    }


def _post(name: str, about: str, schema: str, status: int, parameters: Sequence[str]) -> Schema:
    body = {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}} for media_type in JSON_TYPES}
    headers = {**VERSIONS, "Location": {"schema": {"type": "string"}, "required": True}}
    done: Schema = {"description": about, "headers": headers}
    if name == "event":
        content = {kind: {"schema": {"type": "object", "required": ["eventID", "recordTime"]}} for kind in JSON_TYPES}
        done["content"] = content
    if name == "subscription":
        done["content"] = body
    absent = {404} if name == "subscription" else set()
    return {
        "operationId": f"{name}Post",
        "summary": about,
        "security": [{"bearer": []}],
        "parameters": _references((*_VERSIONS, *parameters)),
        "requestBody": {"required": True, "content": body},
        "responses": {str(status): done, **_refused({400, 401, 403, 406, 409, 413, 415, 500, *absent})},
    }


def _delete(name: str, about: str, statuses: Sequence[int]) -> Schema:
    done = {"204": {"description": about, "headers": VERSIONS}}
    return {
        "operationId": name,
        "summary": about,
        "parameters": _references(_VERSIONS),
        "responses": {**done, **_refused({400, 406, 500, *statuses})},
    }


def _options(path: str) -> Schema:
    done = {"description": "Methods and versions.", "headers": {**VERSIONS, "Allow": {"schema": {"type": "string"}}}}
    name = "".join(part.title() for part in path.strip("/").replace("{", "").replace("}", "").split("/"))
    return {"operationId": f"options{name}", "responses": {"204": done, **_refused({404, 406, 500})}}


def _path(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": schema, "description": "Percent-encoded."}


def _references(names: Sequence[str]) -> list[Schema]:
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def _refused(statuses: set[int]) -> Schema:
    """An address may be too long wherever it leads."""
    all_of_them = sorted({*statuses, 414})
    return {str(status): {"$ref": f"#/components/responses/{refusal_name(status)}"} for status in all_of_them}
