"""Where uploaded files lie until they are purged: a private folder that no web server serves."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.storage import FileSystemStorage

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.models import ProductImport
from catalog.products.bulk_import.picture_archive import ArchiveIndex, index_archive
from i18n.messages import gettext_noop as _

Chunks = Iterable[bytes]


class FileGone(LookupError):
    """The file has been purged."""


def _storage() -> FileSystemStorage:
    return FileSystemStorage(
        location=settings.DATA_DIR / "imports", file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


def keep_file(chunks: Chunks, *, most: int, field: str) -> str:
    """Write an upload piece by piece and return its name there. Raises `FileRefused` beyond ``most`` bytes."""
    storage = _storage()
    token = secrets.token_hex(16)
    name = f"{token[:2]}/{token}"
    path = Path(storage.path(name))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = 0
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            for chunk in chunks:
                written += len(chunk)
                if written > most:
                    raise FileRefused(_("A file has at most %(megabytes)s MB."), field=field, megabytes=most // 1024**2)
                file.write(chunk)
        if not written:
            raise FileRefused(_("This file is empty."), field=field)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return name


def open_kept(name: str) -> BinaryIO:
    """Raises `FileGone`."""
    try:
        return Path(_storage().path(name)).open("rb")
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
