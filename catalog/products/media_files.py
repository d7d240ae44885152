"""Where the files of pictures lie: ``products/<32 random hex digits>/<size>.<webp or avif>`` in the media storage.

The largest WebP is what was kept of the upload; the rest are its thumbnails, which may be missing at any time.
"""

import secrets

from django.core.files.storage import default_storage

from catalog.products.media import FORMATS, SIZES, ProductMedia
from catalog.products.picture import Picture, thumbnail
from marketplace.file_storage.put import put_whole

FIRST_SEEN = (256, "webp")
"""The one thumbnail that a seller sees in the answer to the upload; it is made at once."""


def store(picture: Picture) -> str:
    """Write what is kept, and its smallest thumbnail, under a name nobody can guess; returns the path of the former."""
    path = f"products/{secrets.token_hex(16)}/{max(SIZES)}.webp"
    _put(path, picture.content)
    _put(_path(path, *FIRST_SEEN), thumbnail(picture.content, *FIRST_SEEN))
    return path


def thumbnails() -> list[tuple[int, str]]:
    """Every size and kind that is made of what is kept."""
    return [(size, kind) for kind in FORMATS for size in SIZES if (size, kind) != (max(SIZES), "webp")]


def make_thumbnail(image: str, size: int, kind: str) -> str:
    """Make one thumbnail if it is missing; returns its path. Raises `FileNotFoundError` when there is no picture."""
    path = _path(image, size, kind)
    if path != image and not default_storage.exists(path):
        with default_storage.open(image, "rb") as file:
            kept = file.read()
        _put(path, thumbnail(kept, size, kind))
    return path


def remove(image: str) -> None:
    """Delete every size."""
    for path in {image, *(_path(image, *each) for each in thumbnails())}:
        default_storage.delete(path)


def url(media: ProductMedia, size: int | None = None, kind: str = "webp") -> str:
    """The address of the smallest file that is at least ``size`` pixels long, else of the largest."""
    return url_of(media.image, size, kind)


def url_of(image: str, size: int | None = None, kind: str = "webp") -> str:
    """The same for any stored picture, by the path that `store` returned."""
    wanted = max(SIZES) if size is None else size
    return default_storage.url(_path(image, min((s for s in SIZES if s >= wanted), default=max(SIZES)), kind))


def _path(image: str, size: int, kind: str) -> str:
    return f"{image.rpartition('/')[0]}/{size}.{kind}"


def _put(path: str, content: bytes) -> None:
    """Put the file in place whole: who asks for it meanwhile gets all of it or nothing."""
    put_whole(default_storage, path, content)
