"""Values of XML as JSON has them: numbers, words of the vocabulary, and what others have added."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from catalog.traceability.epcis.vocabulary import UnknownWord, bare, expand
from catalog.traceability.epcis.xml.names import Scope
from marketplace.safe_xml.node import Node

_LONGEST_NUMBER = 60


class BadXmlEvent(ValueError):
    """An element that cannot be said in JSON; ``name`` is what it is called."""

    def __init__(self, name: str, fact: str) -> None:
        super().__init__(f"{name} {fact}")
        self.name = name
        self.fact = fact


def number(node: Node) -> int | float:
    return number_of(node.text, node.name)


def number_of(text: str, name: str) -> int | float:
    """A whole number as one; raises `BadXmlEvent`."""
    try:
        value = Decimal(text) if len(text) <= _LONGEST_NUMBER else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER:
        raise BadXmlEvent(name, "is no number")
    return int(value) if value == value.to_integral_value() else float(value)


def word(kind: str, text: str) -> str:
    """``urn:epcglobal:cbv:bizstep:shipping`` -> ``shipping``; what is no such word as it came, for others to judge."""
    try:
        return bare(expand(kind, text))
    except UnknownWord:
        return text


def extension(node: Node, scope: Scope) -> Any:
    """Text, or an object of the elements inside. Raises `BadXmlEvent` for attributes, which JSON has no place for."""
    within = scope.inside(node)
    if scope.attributes(node):
        raise BadXmlEvent(scope.name(node), "has attributes, which have no place in JSON")
    return extensions(node.children, within) if node.children else node.text


def extensions(nodes: list[Node], scope: Scope) -> dict[str, Any]:
    """By name; what stands several times is a list."""
    found: dict[str, Any] = {}
    for node in nodes:
        add(found, scope.name(node), extension(node, scope))
    return found


def add(found: dict[str, Any], name: str, value: Any) -> None:
    if name not in found:
        found[name] = value
    elif isinstance(found[name], list):
        found[name].append(value)
    else:
        found[name] = [found[name], value]
