"""The pictures of an import: a zip archive in the private folder, its entries found by name or SKU."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Container, Iterable
from typing import BinaryIO

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.zip_bounds import BadArchive, open_archive
from catalog.products.spreadsheet.file_names import is_picture, plain_name, stem
from i18n.messages import gettext_noop as _

MOST_ENTRIES = 100_000
_NUMBERED = re.compile(r"^(?P<sku>.+?)(?:[-_ ]\(?\d{1,3}\)?|\(\d{1,3}\))$")
_NOT_PICTURES = ("__macosx/",)
_UNREADABLE = _("This is not a zip archive of pictures that can be opened here.")
_NONE = _("There is no JPEG, PNG or WebP picture in this archive.")


class ArchiveIndex:
    """Names only; contents are read one by one when they are needed."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_path: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._names: list[str] = []
        for name in sorted(names, key=_natural):
            self._by_path.setdefault(_path(name), name)
            self._by_name[plain_name(name)].append(name)
            self._names.append(name)

    def find(self, name: str) -> str | None:
        """The entry of a path or file name, which may leave its ending out; ``None`` when several fit."""
        if _path(name) in self._by_path:
            return self._by_path[_path(name)]
        fitting = self._by_name.get(plain_name(name)) or [
            entry
            for ending in (".jpg", ".jpeg", ".png", ".webp")
            for entry in self._by_name.get(plain_name(name) + ending, ())
        ]
        return fitting[0] if len(fitting) == 1 else None

    def by_sku(self, skus: Container[str]) -> dict[str, list[str]]:
        """The entries of each SKU (as `plain_name` writes it) that some are named after, in natural order."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            owner = next((sku for sku in _skus(name) if sku in skus), None)
            if owner is not None:
                found[owner].append(name)
        return dict(found)


def index_archive(file: BinaryIO) -> ArchiveIndex:
    """Look at the archive's directory. Raises `FileRefused`."""
    try:
        with open_archive(file) as archive:
            names = picture_names(archive)
    except BadArchive as bad:
        raise FileRefused(_UNREADABLE, field="images") from bad
    if not names:
        raise FileRefused(_NONE, field="images")
    return ArchiveIndex(names)


def picture_names(archive: zipfile.ZipFile) -> list[str]:
    """The entries that can be pictures; the rest, such as what macOS adds, is passed over. Raises `FileRefused`."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise FileRefused(_("An archive has at most %(most)s files."), field="images", most=MOST_ENTRIES)
    return [
        entry.filename
        for entry in entries
        if not entry.is_dir() and is_picture(entry.filename) and not entry.filename.lower().startswith(_NOT_PICTURES)
    ]


def _path(name: str) -> str:
    return name.replace("\\", "/").strip("/").casefold()


def _skus(name: str) -> list[str]:
    """The SKUs that the file may be named after: its own name, that without a number, and its folder's."""
    whole = stem(name)
    numbered = _NUMBERED.match(whole)
    folder = plain_name(name.replace("\\", "/").rpartition("/")[0])
    return list(dict.fromkeys(sku for sku in (whole, numbered["sku"] if numbered else "", folder) if sku))


def _natural(name: str) -> list[tuple[int, str]]:
    """``a-10`` after ``a-9``."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if place % 2 else (0, part) for place, part in enumerate(parts)]
