"""Where uploaded files lie until they are purged: a private folder that no web server serves."""

import secrets
from collections.abc import Iterable
from typing import BinaryIO, cast

from django.core.files.storage import Storage

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.models import ProductImport
from catalog.products.bulk_import.picture_archive import ArchiveIndex, index_archive
from i18n.messages import gettext_noop as _
from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import written

Chunks = Iterable[bytes]


class FileGone(LookupError):
    """The file has been purged."""


def _storage() -> Storage:
    return private_files("imports")


def keep_file(chunks: Chunks, *, most: int, field: str) -> str:
    """Write an upload piece by piece and return its name there. Raises `FileRefused` beyond ``most`` bytes."""
    token = secrets.token_hex(16)
    name = f"{token[:2]}/{token}"
    size = 0
    with written(_storage(), name) as path, path.open("wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise FileRefused(_("A file has at most %(megabytes)s MB."), field=field, megabytes=most // 1024**2)
            file.write(chunk)
        if not size:
            raise FileRefused(_("This file is empty."), field=field)
    return name


def open_kept(name: str) -> BinaryIO:
    """Raises `FileGone`."""
    try:
        return cast("BinaryIO", _storage().open(name, "rb"))
    except (FileNotFoundError, ValueError, IsADirectoryError) as gone:
        raise FileGone(name) from gone


def remove_kept(*names: str) -> None:
    """Remove files; one that is not there is no error."""
    for name in names:
        if name:
            _storage().delete(name)


def archive_of(product_import: ProductImport) -> ArchiveIndex | None:
    """The import's archive of pictures by name; ``None`` without one."""
    if not product_import.pictures:
        return None
    try:
        with open_kept(product_import.pictures) as file:
            return index_archive(file)
    except FileGone:
        return None
