"""Where files of fairs lie: private folders that no web server serves."""

import hashlib
import secrets
from uuid import UUID

from django.core.files.base import ContentFile

from catalog.products.clean_file import ENDINGS
from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import put_whole


def _name(paper_id: UUID) -> str:
    return f"{paper_id.hex[:2]}/{paper_id.hex}.pdf"


def read_paper(paper_id: UUID) -> bytes | None:
    """The bytes, or ``None`` when the file is not there."""
    return _read("fair-papers", _name(paper_id))


def write_paper(paper_id: UUID, pdf: bytes) -> str:
    """Put the file in place, whole or not at all, and return its SHA-256."""
    put_whole(private_files("fair-papers"), _name(paper_id), pdf)
    return hashlib.sha256(pdf).hexdigest()


def delete_paper(paper_id: UUID) -> None:
    """One that is not there is no error."""
    private_files("fair-papers").delete(_name(paper_id))


def write_file(content: bytes, file_type: str) -> str:
    """Keep what somebody handed in under a random name."""
    name = f"{secrets.token_hex(16)}.{ENDINGS[file_type]}"
    private_files("fair-files").save(name, ContentFile(content))
    return name


def read_file(name: str) -> bytes | None:
    return _read("fair-files", name) if name else None


def delete_file(name: str) -> None:
    """One that is not there is no error."""
    if name:
        private_files("fair-files").delete(name)


def _read(folder: str, name: str) -> bytes | None:
    try:
        with private_files(folder).open(name, "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None
