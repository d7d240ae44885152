"""``set_logo``: a picture that was opened, measured and written anew, so that nothing else is in the file."""

import io
import struct
import uuid
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, UnidentifiedImageError

from marketplace.events.publish import publish
from marketplace.sellers.events import SellerUpdated
from marketplace.sellers.locks import lock_seller
from marketplace.sellers.seller import Seller

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 25_000_000
_SIDE = 512
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error,
           Image.DecompressionBombError)  # fmt: skip
_FORMATS = ("JPEG", "PNG", "WEBP")


class InvalidPicture(ValueError):
    """Not a JPEG, PNG or WebP picture, or too large."""


def set_logo(*, seller: Seller, file: BinaryIO) -> Seller:
    """Store ``file`` as the logo, at most 512 pixels wide and high. Raises `InvalidPicture`."""
    content = ContentFile(_rewritten(file))
    with transaction.atomic():
        locked = lock_seller(seller.pk)
        former = locked.logo.name
        locked.logo.save(f"{uuid.uuid4().hex}.webp", content, save=False)
        locked.save(update_fields=["logo"])
        publish(SellerUpdated(seller_id=locked.pk))
    if former:
        transaction.on_commit(lambda: locked.logo.storage.delete(former))
    return locked


def _rewritten(file: BinaryIO) -> bytes:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InvalidPicture
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise InvalidPicture
        picture.thumbnail((_SIDE, _SIDE))
        written = io.BytesIO()
        picture.convert("RGBA").save(written, "WEBP", quality=88)
    except _BROKEN:
        raise InvalidPicture from None
    return written.getvalue()
