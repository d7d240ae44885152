"""A picture as uploaded, checked by its content and re-encoded.

1. Refuse more than 10 MB, anything whose signature is not JPEG, PNG or WebP, and more than 40 million pixels: the size
   is read from the header, so that a decompression bomb is never unpacked.
2. Turn it upright, bring it into sRGB, and keep only the pixels: camera, place and other metadata are gone.
3. Keep it as WebP of at most 2048 pixels; a smaller original is never enlarged. Thumbnails are made from that, as WebP
   and as AVIF, which is a third smaller at the same look.
"""

import struct
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from catalog.products.media import SIZES
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
READABLE = ("JPEG", "PNG", "WEBP")
_KEPT: Mapping[str, Any] = {"format": "WEBP", "quality": 90, "method": 2}
_WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 82, "method": 4},
    "avif": {"format": "AVIF", "quality": 60, "speed": 7, "max_threads": 1},
}
"""One thread: pictures are made beside requests on the same processors."""
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, OverflowError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is kept of an upload: a WebP without metadata, and its pixels."""

    content: bytes
    width: int
    height: int


def read_picture(content: bytes) -> Picture:
    """What is kept of it; raises `NotAPicture` for anything that isn't one."""
    if len(content) > MOST_BYTES:
        megabytes = MOST_BYTES // 1024**2
        raise _refused(_("A picture has at most %(megabytes)s MB."), megabytes=megabytes)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the pixels are counted right here
            upright = _upright(content)
    except _BROKEN as broken:
        raise _refused(_("This is not a readable JPEG, PNG or WebP picture.")) from broken
    upright.thumbnail((max(SIZES), max(SIZES)), Image.Resampling.LANCZOS)
    return Picture(_encoded(upright, _KEPT), *upright.size)


def thumbnail(kept: bytes, size: int, kind: str) -> bytes:
    """The kept picture with a longest edge of at most ``size`` pixels, as ``webp`` or ``avif``."""
    with Image.open(BytesIO(kept), formats=("WEBP",)) as picture:
        picture.thumbnail((size, size), Image.Resampling.LANCZOS)
        return _encoded(picture, _WRITTEN[kind])


def _upright(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content), formats=READABLE) as original:
        if original.width * original.height > MOST_PIXELS:
            raise _refused(_("A picture has at most %(megapixels)s megapixels."), megapixels=MOST_PIXELS // 10**6)
        original.load()
        upright = _in_srgb(ImageOps.exif_transpose(original))
    has_alpha = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    return upright.convert("RGBA" if has_alpha else "RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        converted = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return picture  # a broken profile costs the exact shade, not the picture
    return converted or picture


def _encoded(picture: Image.Image, how: Mapping[str, Any]) -> bytes:
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    out = BytesIO()
    bare.save(out, **how)
    return out.getvalue()


class NotAPicture(Refused):
    """The upload cannot be shown as a picture."""


def _refused(message: str, **params: object) -> NotAPicture:
    return NotAPicture(Problem("image", "INVALID", message, params))
