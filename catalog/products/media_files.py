"""Where the files of pictures lie: ``products/<32 random hex digits>/<size>.webp`` in the media storage."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.products.media import SIZES, ProductMedia
from catalog.products.picture import Picture


def store(picture: Picture) -> str:
    """Write every size under a name nobody can guess; returns the path of the largest."""
    folder = f"products/{secrets.token_hex(16)}"
    for size, content in picture.files.items():
        default_storage.save(f"{folder}/{size}.webp", ContentFile(content))
    return f"{folder}/{max(SIZES)}.webp"


def remove(image: str) -> None:
    """Delete every size."""
    for size in SIZES:
        default_storage.delete(_path(image, size))


def url(media: ProductMedia, size: int | None = None) -> str:
    """The address of the smallest file that is at least ``size`` pixels long, else of the largest."""
    wanted = max(SIZES) if size is None else size
    return default_storage.url(_path(media.image, min((s for s in SIZES if s >= wanted), default=max(SIZES))))


def _path(image: str, size: int) -> str:
    return f"{image.rpartition('/')[0]}/{size}.webp"
