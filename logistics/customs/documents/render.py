"""``render``: a document's content becomes a PDF. The same content gives the same bytes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import structlog

from i18n.fonts import fonts
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.credit_page import credit_page
from logistics.customs.documents.dangerous_goods_page import dangerous_goods_page
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.invoice_page import invoice_page
from logistics.customs.documents.lacey_page import lacey_page
from logistics.customs.documents.origin_data_page import origin_data_page
from logistics.customs.documents.origin_statement_page import origin_statement_page
from logistics.customs.documents.packing_page import packing_page
from logistics.customs.documents.page import Page
from logistics.customs.documents.postal_page import postal_page
from logistics.customs.documents.shipper_letter_page import shipper_letter_page
from marketplace import typesetting

if TYPE_CHECKING:
    from marketplace.typesetting import PDFStandard

_log = structlog.get_logger(__name__)

PAGES = {
    DocumentKind.PACKING_LIST: packing_page,
    DocumentKind.CREDIT_NOTE: credit_page,
    DocumentKind.CN22: postal_page,
    DocumentKind.CN23: postal_page,
    DocumentKind.ORIGIN_DATA: origin_data_page,
    DocumentKind.ORIGIN_STATEMENT: origin_statement_page,
    DocumentKind.LACEY: lacey_page,
    DocumentKind.DANGEROUS_GOODS: dangerous_goods_page,
    DocumentKind.SHIPPER_LETTER: shipper_letter_page,
}
ARCHIVE: list[PDFStandard] = ["a-2a", "ua-1"]
FOLDER = Path(__file__).parent
TEMPLATES = {"": FOLDER / "template.typ", "cn22": FOLDER / "postal.typ", "cn23": FOLDER / "postal.typ"}


def render(content: DocumentContent) -> bytes:
    """The PDF, in the buyer's language with English beside it.

    It is an archive file (PDF/A-2a, ISO 19005-2) that screen readers can read (PDF/UA-1, ISO 14289-1), unless a
    person typed a sign that no font of ours has, such as an emoji: then it is an ordinary PDF with a box for it.
    All texts reach the template as data, never as markup, so that nothing a person typed is executed.
    """
    return render_page(page_of(content), on=content.issued_on)


def page_of(content: DocumentContent) -> Page:
    """What the paper shows, ready in both languages."""
    return PAGES.get(content.kind, invoice_page)(content)


def render_page(page: Page, *, on: date) -> bytes:
    """Any page in the frame that all papers share; the same page and day give the same bytes."""
    data = orjson.dumps(page.as_data()).decode()
    moment = datetime.combine(on, time(), tzinfo=UTC)
    try:
        return _compiled(TEMPLATES[page.form], data, moment, ARCHIVE)
    except typesetting.TypstError:
        _log.info("document_cannot_be_archived", number=page.number)
        return _compiled(TEMPLATES[page.form], data, moment, [])


def _compiled(template: Path, data: str, moment: datetime, standards: list[PDFStandard]) -> bytes:
    compiler = typesetting.Compiler(template.read_bytes(), font_paths=fonts(), sys_inputs={"page": data})
    pdf = compiler.compile(format="pdf", pdf_standards=standards, timestamp=moment)
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf
