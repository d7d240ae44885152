"""``event_of``: one event of EPCIS 1.0 to 2.0 in XML as the JSON of 2.0.

1. Elements called ``extension`` and ``baseExtension`` without a namespace are how releases before 2.0 made room for
   later fields: what stands in them belongs to the element around them.
2. The standard's elements have no namespace and become the fields of the table; words of the vocabulary become bare.
3. Elements of a namespace become fields ``prefix:name``.
4. A QuantityEvent of release 1.0 is an ObjectEvent that observes so much of a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from catalog.traceability.epcis.xml.names import Scope
from catalog.traceability.epcis.xml.sensors import sensor_elements
from catalog.traceability.epcis.xml.values import BadXmlEvent, add, extension, number, word
from marketplace.safe_xml.node import Node

TYPES = frozenset(
    ("ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent", "QuantityEvent")
)
ROOM = frozenset(("extension", "baseExtension"))
Reader = Callable[[Node, Scope], Any]


def event_of(node: Node, scope: Scope) -> dict[str, Any]:
    """``node`` is the event's element. Raises `BadXmlEvent`."""
    event = {"type": node.name, **_fields(node, scope, FIELDS)}
    return _observed(event) if node.name == "QuantityEvent" else event


def _fields(node: Node, scope: Scope, table: dict[str, Reader]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for child, within in _spread(node, scope.inside(node)):
        if within.namespace(child):
            add(found, within.name(child), extension(child, within))
        elif child.name in _REPEATED:
            found.setdefault(child.name, []).append(child.text)
        elif child.name not in table:
            raise BadXmlEvent(child.name, f"has no place in {node.name}")
        elif child.name in found:
            raise BadXmlEvent(child.name, "stands twice")
        else:
            found[child.name] = table[child.name](child, within)
    return found


def _spread(node: Node, scope: Scope) -> Iterator[tuple[Node, Scope]]:
    for child in node.children:
        if child.name in ROOM and not scope.namespace(child):
            yield from _spread(child, scope.inside(child))
        else:
            yield child, scope


def _text(node: Node, scope: Scope) -> str:
    return node.text


def _word(kind: str) -> Reader:
    return lambda node, scope: word(kind, node.text)


def _texts(name: str) -> Reader:
    def read(node: Node, scope: Scope) -> list[str]:
        return [child.text for child in _only(node, scope, name)]

    return read


def _only(node: Node, scope: Scope, name: str) -> Iterator[Node]:
    for child, _within in _spread(node, scope.inside(node)):
        if child.name != name:
            raise BadXmlEvent(child.name, f"has no place in {node.name}")
        yield child


def _place(node: Node, scope: Scope) -> dict[str, Any]:
    return _fields(node, scope, {"id": _text})


def _quantities(node: Node, scope: Scope) -> list[dict[str, Any]]:
    table: dict[str, Reader] = {"epcClass": _text, "quantity": lambda one, _scope: number(one), "uom": _text}
    within = scope.inside(node)
    return [_fields(child, within, table) for child in _only(node, scope, "quantityElement")]


def _typed(name: str, kind: str) -> Reader:
    """``<source type="…">…</source>`` and its like."""

    def read(node: Node, scope: Scope) -> list[dict[str, str]]:
        found = []
        for child in _only(node, scope, name):
            type_ = child.attributes.get("type", "")
            found.append({**({"type": word(kind, type_)} if type_ else {}), name: child.text})
        return found

    return read


def _lasting(node: Node, scope: Scope) -> dict[str, list[str]]:
    """``persistentDisposition``: several of ``set`` and ``unset``."""
    found: dict[str, list[str]] = {}
    for child in node.children:
        if child.name not in ("set", "unset"):
            raise BadXmlEvent(child.name, f"has no place in {node.name}")
        found.setdefault(child.name, []).append(word("Disp", child.text))
    return found


def _error(node: Node, scope: Scope) -> dict[str, Any]:
    table: dict[str, Reader] = {
        "declarationTime": _text,
        "reason": _word("ER"),
        "correctiveEventIDs": _texts("correctiveEventID"),
    }
    return _fields(node, scope, table)


def _ilmd(node: Node, scope: Scope) -> dict[str, Any]:
    within = scope.inside(node)
    found: dict[str, Any] = {}
    for child, around in _spread(node, within):
        add(found, around.name(child), extension(child, around))
    return found


_REPEATED = frozenset(("certificationInfo",))
FIELDS: dict[str, Reader] = {
    "eventTime": _text, "recordTime": _text, "eventTimeZoneOffset": _text, "eventID": _text, "action": _text,
    "parentID": _text, "transformationID": _text, "errorDeclaration": _error,
    "epcList": _texts("epc"), "childEPCs": _texts("epc"), "inputEPCList": _texts("epc"),
    "outputEPCList": _texts("epc"), "quantityList": _quantities, "childQuantityList": _quantities,
    "inputQuantityList": _quantities, "outputQuantityList": _quantities,
    "bizStep": _word("BizStep"), "disposition": _word("Disp"), "persistentDisposition": _lasting,
    "readPoint": _place, "bizLocation": _place, "bizTransactionList": _typed("bizTransaction", "BTT"),
    "sourceList": _typed("source", "SDT"), "destinationList": _typed("destination", "SDT"),
    "ilmd": _ilmd, "sensorElementList": sensor_elements,
    "epcClass": _text, "quantity": lambda node, scope: number(node),
}  # fmt: skip


def _observed(event: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in event.items() if name not in ("epcClass", "quantity")}
    element = {name: event[name] for name in ("epcClass", "quantity") if name in event}
    return {**rest, "type": "ObjectEvent", "action": "OBSERVE", "quantityList": [element]}
