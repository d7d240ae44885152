"""Keep the files that people attach: cleaned first, written only with the rows that name them."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction

from catalog.products.clean_file import ENDINGS, clean_file
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.file_storage.private import private_files
from orders.attachments.stored_file import StoredFile

MOST_FILES = 5
LONGEST_NAME = 120
Kind = TypeVar("Kind", bound=StoredFile)


@dataclass(frozen=True, slots=True)
class CleanFile:
    """What is kept of an upload, checked by its content."""

    name: str
    content: bytes
    file_type: str


def cleaned(name: str, content: bytes) -> CleanFile:
    """Raises `Refused` for anything that is neither a PDF nor a picture."""
    clean, file_type = clean_file(content)
    return CleanFile(_harmless(name, file_type), clean, file_type)


def files_problems(files: Sequence[CleanFile]) -> Iterator[Problem]:
    if len(files) > MOST_FILES:
        yield Problem("files", "TOO_MANY", _("At most %(most)s files."), {"most": MOST_FILES})


def store_files(kind: type[Kind], files: Sequence[CleanFile], **owner: Any) -> list[Kind]:
    """Write them and their rows; a transaction that is rolled back leaves no row, and files without one are swept."""
    rows = []
    for file in files:
        name = f"{secrets.token_hex(16)}.{ENDINGS[file.file_type]}"
        attachment_storage().save(name, ContentFile(file.content))
        row = kind(name=file.name, file=name, file_type=file.file_type, size=len(file.content), **owner)
        row.save(force_insert=True)
        rows.append(row)
    return rows


def delete_files(names: Sequence[str]) -> None:
    """Remove them once the transaction has committed; one that is not there is no error."""
    transaction.on_commit(lambda: _delete_now(names))


def _delete_now(names: Sequence[str]) -> None:
    storage = attachment_storage()
    for name in names:
        storage.delete(name)


def attachment_storage() -> Storage:
    return private_files("attachments")


def _harmless(name: str, file_type: str) -> str:
    """Its own name without path, signs that steer a terminal or a browser, and with the ending of what it is now."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    kept = "".join(sign for sign in stem if sign.isprintable() and sign not in "<>:\"|?*'").strip(" .")
    ending = ENDINGS[file_type]
    return f"{kept[: LONGEST_NAME - len(ending) - 1] or 'file'}.{ending}"
