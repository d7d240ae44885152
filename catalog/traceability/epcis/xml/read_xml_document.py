"""``read_xml_document``: an EPCIS document of release 1.0 to 2.0 in XML, as if it had come in JSON.

What is made of it goes through the same checks as JSON does; here only that is refused which has no form in JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalog.traceability.epcis.documents.document import EventDocument
from catalog.traceability.epcis.documents.read_document import read_document
from catalog.traceability.epcis.validate.problem import InvalidEvent, Problem
from catalog.traceability.epcis.xml.event import ROOM, TYPES, event_of
from catalog.traceability.epcis.xml.names import Prefixes, Scope
from catalog.traceability.epcis.xml.values import BadXmlEvent
from catalog.traceability.epcis.xml.vocabularies import vocabularies_of
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import read_xml

CONTEXT = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"
_NAMESPACES = {
    "urn:epcglobal:epcis:xsd:1": ("1", "1.0", "1.1", "1.2"),
    "urn:epcglobal:epcis:xsd:2": ("2", "2.0"),
    "urn:epcglobal:epcis-query:xsd:1": ("1", "1.0", "1.1", "1.2"),
    "urn:epcglobal:epcis-query:xsd:2": ("2", "2.0"),
}
_ROOTS = ("EPCISDocument", "EPCISQueryDocument")
_LISTS = ("EPCISBody/EventList", "EPCISBody/QueryResults/resultsBody/EventList")


def read_xml_document(body: bytes) -> EventDocument:
    """Raises `InvalidEvent`, with the element's path where one is to blame."""
    try:
        root = read_xml(body).children[0]
    except BadXml as bad:
        raise InvalidEvent([Problem("", f"is no XML that is read here: {bad}")]) from None
    scope = Scope(Prefixes()).inside(root)
    _require_known(root, scope)
    events, problems = _events(root, scope)
    if problems:
        raise InvalidEvent(problems)
    try:
        vocabularies = vocabularies_of(root, scope)
    except BadXmlEvent as bad:
        raise InvalidEvent([Problem("/EPCISHeader", f"{bad.name} {bad.fact}")]) from None
    return read_document(
        {
            "@context": [CONTEXT, scope.prefixes.context] if scope.prefixes.context else [CONTEXT],
            "type": "EPCISDocument",
            "schemaVersion": "2.0",
            "creationDate": root.attributes.get("creationDate", ""),
            **({"epcisHeader": {"epcisMasterData": {"vocabularyList": vocabularies}}} if vocabularies else {}),
            "epcisBody": {"eventList": events},
        }
    )


def _require_known(root: Node, scope: Scope) -> None:
    versions = _NAMESPACES.get(scope.namespace(root))
    if root.name not in _ROOTS or versions is None:
        raise InvalidEvent([Problem(f"/{root.name}", "is no EPCIS document of release 1 or 2")])
    if root.attributes.get("schemaVersion") not in versions:
        raise InvalidEvent([Problem(f"/{root.name}/@schemaVersion", "is not one of the namespace's")])


def _events(root: Node, scope: Scope) -> tuple[list[dict[str, Any]], list[Problem]]:
    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    listed = root.first(*_LISTS)
    if listed is None:
        return [], [Problem("/EPCISBody", "has no list of events")]
    for number, (node, within) in enumerate(_spread(listed, scope.inside(listed)), 1):
        path = f"/EPCISBody/EventList/{node.name}[{number}]"
        if within.namespace(node) or node.name not in TYPES:
            problems.append(Problem(path, "is no event"))
            continue
        try:
            found.append(event_of(node, within))
        except BadXmlEvent as bad:
            problems.append(Problem(f"{path}/{bad.name}", bad.fact))
    return found, problems[:20]


def _spread(node: Node, scope: Scope) -> Iterator[tuple[Node, Scope]]:
    """Transformations stood in an extension of the list before release 2.0."""
    for child in node.children:
        if child.name in ROOM and not scope.namespace(child):
            yield from _spread(child, scope.inside(child))
        else:
            yield child, scope
