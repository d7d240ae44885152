"""Where PDFs lie: a private folder that no web server serves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.core.files.storage import Storage

from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import put_whole


def _storage() -> Storage:
    return private_files("documents")


def _name(document_id: UUID) -> str:
    return f"{document_id.hex[:2]}/{document_id.hex}.pdf"


def read_pdf(document_id: UUID) -> bytes | None:
    """The bytes, or ``None`` when the file is not there."""
    try:
        with _storage().open(_name(document_id), "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


def write_pdf(document_id: UUID, pdf: bytes) -> str:
    """Put the file in place, whole or not at all, and return its SHA-256."""
    put_whole(_storage(), _name(document_id), pdf)
    return hashlib.sha256(pdf).hexdigest()


def delete_pdfs(document_ids: Iterable[UUID]) -> None:
    """Remove the files; one that is not there is no error."""
    storage = _storage()
    for document_id in document_ids:
        storage.delete(_name(document_id))
