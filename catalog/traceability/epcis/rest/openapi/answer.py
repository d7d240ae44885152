"""``GET /epcis/openapi.json``: for people and machines that want to know how to ask."""

from __future__ import annotations

from catalog.traceability.epcis.rest.events import json_answer
from catalog.traceability.epcis.rest.openapi.description import description
from catalog.traceability.http import RestAnswer, RestRequest


def get_description(_request: RestRequest) -> RestAnswer:
    return json_answer(description(), "application/json")
