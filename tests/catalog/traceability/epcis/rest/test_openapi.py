"""The description of the interface says what there is: every route, every parameter, nothing else."""

from __future__ import annotations

import re
from typing import Any

from catalog.traceability.epcis.query.parameters import ALL, parameter_of
from catalog.traceability.epcis.rest.openapi.description import description
from catalog.traceability.epcis.rest.routes import ROUTES


def test_every_route_is_described_with_its_methods() -> None:
    described = {
        re.sub(r"\{\w+\}", "([^/]+)", path).rstrip("/"): set(methods) - {"parameters", "options"}
        for path, methods in description()["paths"].items()
    }
    routes = {
        pattern.replace("(.+)", "([^/]+)"): {method.lower() for method in methods} for pattern, methods, _ in ROUTES
    }
    assert described == {pattern: methods for pattern, methods in routes.items() if pattern != "/openapi.json"}


def test_every_parameter_is_described_by_a_name_that_is_understood() -> None:
    asked = {
        reference["$ref"].rpartition("/")[2] for reference in description()["paths"]["/events"]["get"]["parameters"]
    }
    named = [description()["components"]["parameters"][name]["name"] for name in asked]
    known = [found[0] for name in named if (found := parameter_of(name)) is not None]
    assert {parameter.name for parameter in known} == {parameter.name for parameter in ALL}


def test_references_lead_somewhere() -> None:
    def references(part: Any) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
            return own + [found for value in part.values() for found in references(value)]
        return [found for value in part for found in references(value)] if isinstance(part, list) else []

    found = set(references(description()))
    assert len(found) > 200
    for reference in found:
        _, _, kind, name = reference.split("/")
        assert name in description()["components"][kind], reference
