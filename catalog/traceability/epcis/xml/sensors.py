"""Sensor elements: XML says in attributes what JSON says in fields (EPCIS 2.0, section 7.3.7)."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.vocabulary import UnknownWord, bare, expand
from catalog.traceability.epcis.xml.names import Scope
from catalog.traceability.epcis.xml.values import BadXmlEvent, add, extension, number_of
from marketplace.safe_xml.node import Node

_NUMBERS = frozenset(("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue"))
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def sensor_elements(node: Node, scope: Scope) -> list[dict[str, Any]]:
    return [_element(one, scope.inside(one)) for one in node.all("sensorElement")]


def _element(node: Node, scope: Scope) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child in node.children:
        if scope.namespace(child):
            add(found, scope.name(child), extension(child, scope))
        elif child.name == "sensorMetadata":
            found["sensorMetadata"] = scope.attributes(child)
        elif child.name == "sensorReport":
            found.setdefault("sensorReport", []).append(_report(scope.attributes(child)))
        elif child.name == "extension":
            found.update(_element(child, scope.inside(child)))
        else:
            raise BadXmlEvent(child.name, "has no place in a sensor element")
    return found


def _report(attributes: dict[str, str]) -> dict[str, Any]:
    return {name: _value(name, text) for name, text in attributes.items()}


def _value(name: str, text: str) -> Any:
    if name in _NUMBERS:
        return number_of(text, name)
    if name == "booleanValue":
        if text not in _BOOLEANS:
            raise BadXmlEvent(name, "is neither true nor false")
        return _BOOLEANS[text]
    if name == "component":
        try:
            return bare(expand("Comp", text))
        except UnknownWord:
            return text
    return text
