"""Master data in the header of an XML document as the JSON of EPCIS 2.0 has it."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.xml.names import Scope
from catalog.traceability.epcis.xml.values import extensions
from marketplace.safe_xml.node import Node

_AT = ("EPCISHeader/extension/EPCISMasterData", "EPCISHeader/EPCISMasterData")
"""Releases before 2.0 kept it in an extension."""


def vocabularies_of(root: Node, scope: Scope) -> list[dict[str, Any]]:
    """``root`` is the document's element. What else a header has (sender, receiver) is no business of ours."""
    data = root.first(*_AT)
    if data is None:
        return []
    return [
        {
            "type": vocabulary.attributes.get("type", ""),
            "vocabularyElementList": [
                _element(one, scope) for one in vocabulary.all("VocabularyElementList/VocabularyElement")
            ],
        }
        for vocabulary in data.all("VocabularyList/Vocabulary")
    ]


def _element(node: Node, scope: Scope) -> dict[str, Any]:
    within = scope.inside(node)
    attributes = [
        {
            "id": one.attributes.get("id", ""),
            "attribute": extensions(one.children, within.inside(one)) if one.children else one.text,
        }
        for one in node.all("attribute")
    ]
    children = [one.text for one in node.all("children/id")]
    return {
        "id": node.attributes.get("id", ""),
        **({"attributes": attributes} if attributes else {}),
        **({"children": children} if children else {}),
    }
