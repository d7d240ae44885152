"""A paper's frozen content becomes a PDF. The same content gives the same bytes."""

from datetime import UTC, datetime, time
from pathlib import Path

import orjson
import structlog

from i18n.fonts import fonts
from logistics.customs.documents.render import ARCHIVE, render_page
from marketplace import typesetting
from marketplace.expo.contracts.contract_page import contract_page
from marketplace.expo.contracts.invoice_page import invoice_page
from marketplace.expo.contracts.paper import FairPaper, PaperKind

_log = structlog.get_logger(__name__)
TEMPLATE = Path(__file__).with_name("contract.typ")


def render_paper(paper: FairPaper) -> bytes:
    """Contracts in Vietnamese beside the exhibitor's language; invoices in theirs, with English beside it."""
    if paper.kind == PaperKind.CONTRACT:
        return _contract(paper)
    return render_page(invoice_page(paper), on=paper.issued_on)


def _contract(paper: FairPaper) -> bytes:
    """An archive file that screen readers can read, unless a person typed a sign that no font of ours has."""
    compiler = typesetting.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"page": orjson.dumps(contract_page(paper)).decode()}
    )
    moment = datetime.combine(paper.issued_on, time(), tzinfo=UTC)
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=ARCHIVE, timestamp=moment)
    except typesetting.TypstError:
        _log.info("contract_cannot_be_archived", number=paper.number)
        pdf = compiler.compile(format="pdf", timestamp=moment)
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf
