"""In which forms a paper can be had: to print, to calculate with, and for machines."""

from __future__ import annotations

from enum import StrEnum

from logistics.customs.documents.as_json import content_as_json
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.render import page_of, render
from logistics.customs.documents.workbook import page_workbook


class DocumentFormat(StrEnum):
    PDF = "PDF"
    XLSX = "XLSX"
    JSON = "JSON"


MEDIA_TYPES = {
    DocumentFormat.PDF: "application/pdf",
    DocumentFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DocumentFormat.JSON: "application/json",
}


def made_in(content: DocumentContent, wanted: DocumentFormat) -> bytes:
    """All three are made from the same content: the same figures stand in each, to the last digit."""
    if wanted is DocumentFormat.XLSX:
        return page_workbook(page_of(content))
    return content_as_json(content) if wanted is DocumentFormat.JSON else render(content)
