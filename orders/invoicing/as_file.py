"""An invoice as the file a person hands in: JSON, or XML with the same names."""

import json
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from orders.invoicing.provider import InvoiceData

NAMESPACE = "urn:binh-duong-marketplace:tax-invoice:1"


def as_json(invoice: InvoiceData) -> bytes:
    return json.dumps(invoice, ensure_ascii=False, indent=2).encode() + b"\n"


def as_xml(invoice: InvoiceData) -> bytes:
    """Every text escaped; what XML cannot say at all (control characters) left out."""
    root = Element("taxInvoice", {"xmlns": NAMESPACE})
    _fill(root, invoice)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _fill(into: Element, values: InvoiceData) -> None:
    for name, value in values.items():
        if isinstance(value, dict):
            _fill(SubElement(into, name), value)
        elif isinstance(value, list):
            rows = SubElement(into, name)
            for row in value:
                _fill(SubElement(rows, name.removesuffix("s")), row)
        else:
            SubElement(into, name).text = _text(value)


def _text(value: object) -> str:
    said = str(value).lower() if isinstance(value, bool) else str(value)
    return "".join(sign for sign in said if sign in "\t\n\r" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd"
                   or sign >= "\U00010000")  # fmt: skip
