"""``render``: a document's content becomes a PDF. The same content gives the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import orjson
import typst

from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import DocumentKind
from logistics.customs.documents.fonts import fonts
from logistics.customs.documents.invoice_page import invoice_page
from logistics.customs.documents.packing_page import packing_page

TEMPLATE = Path(__file__).parent / "template.typ"


def render(content: DocumentContent) -> bytes:
    """The PDF, in the buyer's language with English beside it.

    All texts reach the template as data, never as markup, so that nothing a person typed is executed.
    """
    page = packing_page(content) if content.kind == DocumentKind.PACKING_LIST else invoice_page(content)
    compiler = typst.Compiler(TEMPLATE.read_bytes(), font_paths=fonts())
    pdf = compiler.compile(
        format="pdf",
        sys_inputs={"page": orjson.dumps(page.as_data()).decode()},
        timestamp=datetime.combine(content.issued_on, time(), tzinfo=UTC),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf
