"""Putting a file in place under a name that is decided: who asks for it meanwhile gets all of it or nothing."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage


def put_whole(storage: Storage, name: str, content: bytes) -> None:
    """Write the bytes under exactly this name, in place of what was there."""
    put = getattr(storage, "put", None)
    if put is not None:
        put(name, content)
        return
    written = storage.save(f"{name}.{secrets.token_hex(4)}", ContentFile(content))
    Path(storage.path(written)).replace(storage.path(name))


def put_file(storage: Storage, name: str, file: BinaryIO) -> None:
    """The same for a file that may be large; it is read from its beginning. The name has to be new."""
    file.seek(0)
    saved = storage.save(name, File(file))
    if saved != name:
        storage.delete(saved)
        raise FileExistsError(name)


@contextmanager
def written(storage: Storage, name: str) -> Iterator[Path]:
    """A path to write to, however large; what lies there at the end is put in place, and nothing after an error."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        yield path
        with path.open("rb") as file:
            put_file(storage, name, file)
