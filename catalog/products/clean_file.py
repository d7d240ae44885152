"""A file as people upload it, a paper or a picture, checked by its content and written anew.

1. Refuse more than 10 MB and anything that is neither a PDF nor a JPEG, PNG or WebP picture by its content.
2. Pictures are re-encoded, so that camera and place are gone. A PDF must be readable, unencrypted, of at most 50 pages,
   of which the pages alone are kept: scripts, forms, links, files inside it, title and author are gone.
"""

from io import BytesIO

from catalog.products.picture import MOST_BYTES, read_picture
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

PDF, WEBP = "application/pdf", "image/webp"
ENDINGS = {PDF: "pdf", WEBP: "webp"}
MOST_PAGES = 50
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError)


def clean_file(content: bytes) -> tuple[bytes, str]:
    """What is kept of it, and its type: a PDF of bare pages, or a picture as WebP. Raises `Refused`."""
    if len(content) > MOST_BYTES:
        raise _refused(_("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    if b"%PDF-" in content[:1024]:
        return _bare_pdf(content), PDF
    return read_picture(content).content, WEBP


def _bare_pdf(content: bytes) -> bytes:
    """The pages alone, written anew; annotations go too, for they can act."""
    # Processes that only show pages do without these 16 MB.
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError
    from pypdf.generic import NameObject

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted or not 1 <= len(reader.pages) <= MOST_PAGES:
            raise _refused(_("A PDF must be unlocked and have at most %(most)s pages."), most=MOST_PAGES)
        writer = PdfWriter()
        for page in reader.pages:
            added = writer.add_page(page)
            for key in ("/Annots", "/AA", "/Metadata"):
                added.pop(NameObject(key), None)
        writer.metadata = None
        out = BytesIO()
        writer.write(out)
    except (PyPdfError, *_BROKEN) as broken:
        if isinstance(broken, Refused):
            raise
        raise _refused(_("This PDF cannot be read.")) from broken
    return out.getvalue()


def _refused(message: str, **params: object) -> Refused:
    return Refused(Problem("file", "INVALID", message, params))
