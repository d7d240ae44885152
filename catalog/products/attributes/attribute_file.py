"""Files that answer an attribute, such as a size chart: a PDF or a picture, told by content and never by name."""

import secrets
from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.products.attributes.answer import GivenFile
from catalog.products.fields import one_line
from catalog.products.picture import read_picture
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_BYTES = 10 * 1024 * 1024
_PDF = b"%PDF-"
_BROKEN = (ValueError, KeyError, TypeError, IndexError, RecursionError, OSError, AttributeError)
_ACTIVE = ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles")


@dataclass(frozen=True, slots=True)
class CheckedFile:
    content: bytes
    name: str
    content_type: str

    @property
    def suffix(self) -> str:
        return "pdf" if self.content_type == "application/pdf" else "webp"


def read_file(given: GivenFile, *, index: int | None) -> CheckedFile:
    """The file, a picture re-encoded without its metadata. Raises `Refused`."""
    if len(given.content) > MOST_BYTES:
        raise _refused(index, _("A file has at most %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    name = one_line(given.name)[-120:]
    if given.content.startswith(_PDF):
        _check_pdf(given.content, index)
        return CheckedFile(given.content, name, "application/pdf")
    try:
        picture = read_picture(given.content)
    except Refused as unreadable:
        raise _refused(index, _("A file is a PDF, or a JPEG, PNG or WebP picture.")) from unreadable
    return CheckedFile(picture.content, name, "image/webp")


def store_file(checked: CheckedFile) -> str:
    """Write it under a name nobody can guess; returns its storage path."""
    path = f"attributes/{secrets.token_hex(16)}.{checked.suffix}"
    return default_storage.save(path, ContentFile(checked.content))


def _check_pdf(content: bytes, index: int | None) -> None:
    """A readable document that does nothing by itself when it is opened."""
    # Processes that only show pages do without these 16 MB.
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        readable = not reader.is_encrypted and len(reader.pages) > 0
        root = reader.root_object
        written = f"{root} {root.get('/Names', '')}"
    except (PyPdfError, *_BROKEN) as broken:
        raise _refused(index, _("This PDF cannot be read.")) from broken
    if not readable:
        raise _refused(index, _("This PDF cannot be read."))
    if any(f"'{name}'" in written for name in _ACTIVE):
        raise _refused(index, _("This PDF runs something when it is opened. Save it again as a plain PDF."))


def _refused(index: int | None, message: str, **params: object) -> Refused:
    return Refused(Problem("attributes", "INVALID", message, params, index))
