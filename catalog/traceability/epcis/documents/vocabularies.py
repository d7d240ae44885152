"""Master data in a document's header: its shape (EPCIS 2.0, section 9.6; the schema's ``vocabularyList``)."""

from __future__ import annotations

from typing import Any

from catalog.traceability.epcis.validate import values
from catalog.traceability.epcis.validate.shapes import Many, Shape
from catalog.traceability.epcis.validate.values import Prefixes


def _said(value: Any, prefixes: Prefixes) -> str:
    """Text, a number or an object; a list is what XML has several elements for."""
    return "" if isinstance(value, str | int | float | dict | list) else "is no value"


ATTRIBUTE = Shape({"id": values.uri, "attribute": _said}, ("id",))
ELEMENT = Shape({"id": values.uri, "attributes": Many(ATTRIBUTE), "children": Many(values.uri)}, ("id",))
VOCABULARY = Shape({"type": values.uri, "vocabularyElementList": Many(ELEMENT)}, ("type",))
VOCABULARIES = Many(VOCABULARY)
