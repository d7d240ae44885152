"""``read_body``: a document out of the bytes that came, by their media type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from catalog.traceability.epcis.documents.document import EventDocument
from catalog.traceability.epcis.documents.parse_json import parse_json
from catalog.traceability.epcis.documents.read_document import read_document
from catalog.traceability.epcis.xml.read_xml_document import read_xml_document


class UnknownMediaType(ValueError):
    def __init__(self, media_type: str) -> None:
        super().__init__(f"{media_type[:100] or 'a body without a media type'} is not read here")
        self.media_type = media_type


def read_json(body: bytes) -> EventDocument:
    return read_document(parse_json(body))


READERS: Mapping[str, Callable[[bytes], EventDocument]] = {
    "application/json": read_json,
    "application/ld+json": read_json,
    "application/xml": read_xml_document,
    "text/xml": read_xml_document,
}
"""By media type. Each raises ``InvalidEvent`` and nothing else."""


def read_body(media_type: str, body: bytes) -> EventDocument:
    """``media_type`` may have parameters. Raises `UnknownMediaType` and ``InvalidEvent``."""
    reader = READERS.get(media_type.partition(";")[0].strip().lower())
    if reader is None:
        raise UnknownMediaType(media_type)
    return reader(body)
