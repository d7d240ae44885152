"""``render``: a document's content becomes a PDF. The same content gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import structlog
import typst

from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.credit_page import credit_page
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.fonts import fonts
from logistics.customs.documents.invoice_page import invoice_page
from logistics.customs.documents.packing_page import packing_page
from logistics.customs.documents.page import Page

if TYPE_CHECKING:
    from typst import PDFStandard

_log = structlog.get_logger(__name__)

PAGES = {DocumentKind.PACKING_LIST: packing_page, DocumentKind.CREDIT_NOTE: credit_page}
ARCHIVE: list[PDFStandard] = ["a-2a", "ua-1"]
TEMPLATE = Path(__file__).parent / "template.typ"


def render(content: DocumentContent) -> bytes:
    """The PDF, in the buyer's language with English beside it.

    It is an archive file (PDF/A-2a, ISO 19005-2) that screen readers can read (PDF/UA-1, ISO 14289-1), unless a
    person typed a sign that no font of ours has, such as an emoji: then it is an ordinary PDF with a box for it.
    All texts reach the template as data, never as markup, so that nothing a person typed is executed.
    """
    page = PAGES.get(content.kind, invoice_page)(content)
    return render_page(page, on=content.issued_on)


def render_page(page: Page, *, on: date) -> bytes:
    """Any page in the frame that all papers share; the same page and day give the same bytes."""
    data = orjson.dumps(page.as_data()).decode()
    moment = datetime.combine(on, time(), tzinfo=UTC)
    try:
        return _compiled(data, moment, ARCHIVE)
    except typst.TypstError:
        _log.info("document_cannot_be_archived", number=page.number)
        return _compiled(data, moment, [])


def _compiled(data: str, moment: datetime, standards: list[PDFStandard]) -> bytes:
    compiler = typst.Compiler(TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"page": data})
    pdf = compiler.compile(format="pdf", pdf_standards=standards, timestamp=moment)
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf
