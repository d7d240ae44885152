"""A picture as uploaded, checked by its content and re-encoded.

1. Refuse more than 10 MB, anything whose signature is not JPEG, PNG or WebP, and more than 40 million pixels: the size
   is read from the header, so that a decompression bomb is never unpacked.
2. Turn it upright, bring it into sRGB, and keep only the pixels: camera, place and other metadata are gone.
3. Make each size of `catalog.products.media.SIZES` as WebP; a smaller original is never enlarged.
"""

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from catalog.products.media import SIZES
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, OverflowError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Picture:
    """WebP files by size, and the pixels of the largest."""

    files: dict[int, bytes]
    width: int
    height: int


def read_picture(content: bytes) -> Picture:
    """The picture in every size; raises `Refused` for anything that isn't one."""
    if len(content) > MOST_BYTES:
        megabytes = MOST_BYTES // 1024**2
        raise _refused(_("A picture has at most %(megabytes)s MB."), megabytes=megabytes)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the pixels are counted right here
            upright = _upright(content)
    except _BROKEN as broken:
        raise _refused(_("This is not a readable JPEG, PNG or WebP picture.")) from broken
    files = {size: _encoded(upright, size) for size in SIZES}
    with Image.open(BytesIO(files[max(SIZES)])) as largest:
        return Picture(files, *largest.size)


def _upright(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content), formats=FORMATS) as original:
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


def _encoded(upright: Image.Image, size: int) -> bytes:
    smaller = upright.copy()
    smaller.thumbnail((size, size), Image.Resampling.LANCZOS)
    bare = Image.frombytes(smaller.mode, smaller.size, smaller.tobytes())
    out = BytesIO()
    bare.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()


class NotAPicture(Refused):
    """The upload cannot be shown as a picture."""


def _refused(message: str, **params: object) -> NotAPicture:
    return NotAPicture(Problem("image", "INVALID", message, params))
