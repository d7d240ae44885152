"""Archives that people upload, opened only when their own directory is bounded; entries are read within bounds.

1. The end record says how large the directory is: Python's reader loads all of it, so more than 16 MB is refused.
2. Entries that are encrypted, or packed by another method than Deflate, are refused.
3. Nothing is ever unpacked to disk, so that a name that leads out of a folder leads nowhere.
4. An entry is read to the bound and no further, whatever its directory says of its size.
"""

import struct
import zipfile
import zlib
from typing import BinaryIO

MOST_DIRECTORY = 16 * 1024 * 1024
_END = b"PK\x05\x06"
_END_SPAN = 22 + 65_535
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What Python's reader raises over an archive that is damaged or a trap."""


class BadArchive(ValueError):
    """The file is no archive that may be opened."""


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """Raises `BadArchive`. The file stays open as long as the archive is used."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - _END_SPAN))
    tail = file.read(_END_SPAN)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < 22:
        raise BadArchive("no end record")
    directory = struct.unpack("<L", tail[place + 12 : place + 16])[0]
    if directory > MOST_DIRECTORY:  # 0xFFFFFFFF of ZIP64 included
        raise BadArchive("directory too large")
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN as broken:
        raise BadArchive("unreadable directory") from broken
    if any(entry.flag_bits & 0x1 or entry.compress_type not in _METHODS for entry in archive.infolist()):
        raise BadArchive("encrypted or unusual entries")
    return archive


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, most: int) -> bytes:
    """The entry's content, of which more than ``most`` bytes are never unpacked. Raises `BadArchive`."""
    if entry.file_size > most:
        raise BadArchive("entry too large")
    try:
        with archive.open(entry) as stream:
            content = stream.read(most + 1)
    except BROKEN as broken:
        raise BadArchive("damaged entry") from broken
    if len(content) > most:
        raise BadArchive("entry larger than it says")
    return content
