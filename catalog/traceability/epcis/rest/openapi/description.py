"""``description``: the interface at ``/epcis`` in OpenAPI 3.0, true to what it does.

GS1 publishes a description of the standard's interface; this one is of ours: which parameters are answered, which
media types are read, which refusals to expect.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from catalog.traceability.epcis.rest.capture_limits import CAPTURE_LIMIT, FILE_SIZE_LIMIT
from catalog.traceability.epcis.rest.formats import FORMATS
from catalog.traceability.epcis.rest.openapi.event_schemas import event_schemas
from catalog.traceability.epcis.rest.openapi.operations import operations
from catalog.traceability.epcis.rest.openapi.query_parameters import query_parameters
from catalog.traceability.epcis.rest.openapi.result_schemas import RESPONSES, SCHEMAS
from catalog.traceability.epcis.rest.paging import MOST, USUAL

Schema = dict[str, Any]
_VERSION: Schema = {"type": "string", "enum": ["2.0", "2.0.0"]}
_ABOUT = f"""EPCIS 2.0 and CBV 2.0 in JSON and JSON-LD. What a caller reads depends on the token: without one, public
events; with one, also the chains that the caller's sellers take part in. Managers of a seller capture for it, at most
{CAPTURE_LIMIT} events in {FILE_SIZE_LIMIT} bytes at once."""


@cache
def description() -> Schema:
    return {
        "openapi": "3.0.3",
        "info": {"title": "EPCIS 2.0", "version": "2.0.0", "description": " ".join(_ABOUT.split())},
        "servers": [{"url": "/epcis"}],
        "security": [{}, {"bearer": []}],
        "paths": operations(),
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
            "parameters": {**query_parameters(), **_OTHERS},
            "schemas": {**event_schemas(), **SCHEMAS},
            "responses": RESPONSES,
        },
    }


def _header(name: str, schema: Schema, about: str = "") -> Schema:
    return {"name": name, "in": "header", "required": False, "schema": schema, "description": about}


_OTHERS: dict[str, Schema] = {
    "perPage": {"name": "perPage", "in": "query",
                "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}},
    "nextPageToken": {"name": "nextPageToken", "in": "query", "schema": {"type": "string"},
                      "description": "Out of the Link of the page before; good for an hour, one query and one asker."},
    "GS1-EPCIS-Min": _header("GS1-EPCIS-Min", _VERSION),
    "GS1-EPCIS-Max": _header("GS1-EPCIS-Max", _VERSION),
    "GS1-CBV-Min": _header("GS1-CBV-Min", _VERSION),
    "GS1-CBV-Max": _header("GS1-CBV-Max", _VERSION),
    "GS1-EPC-Format": _header("GS1-EPC-Format", {"type": "string", "enum": list(FORMATS)}),
    "GS1-Extensions": _header(
        "GS1-Extensions", {"type": "string", "pattern": r"^[a-z]{2,9}=https://[a-z]{1,20}\.example/$"},
        "Prefixes of names in the query: ex=https://ns.example/, with commas between.",
    ),
    "GS1-Capture-Error-Behaviour": _header(
        "GS1-Capture-Error-Behaviour", {"type": "string", "enum": ["rollback", "proceed"]}
    ),
    "Marketplace-Seller": _header(
        "Marketplace-Seller", {"type": "string", "pattern": r"^[0-9]{1,9}$"},
        "The number of the seller, for those who work for several.",
    ),
    "Marketplace-Audience": _header(
        "Marketplace-Audience", {"type": "string", "enum": ["PUBLIC", "CHAIN", "AUTHORITY", "OWNER"]},
        "Who may read what is captured.",
    ),
}  # fmt: skip
