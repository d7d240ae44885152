"""Pictures as they are kept: WebP, small enough for a repository."""

import io

from PIL import Image

LARGEST = 25_000
WIDTH = 960
SMALL = 480
QUALITIES = (72, 60, 48, 38, 28, 20)


def to_webp(png: bytes) -> bytes:
    """At most about 25 kB: on a desk's screen at three quarters of its size, then in the best quality that fits."""
    with Image.open(io.BytesIO(png)) as taken:
        picture = taken.convert("RGB")
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, picture.height * WIDTH // picture.width), Image.Resampling.LANCZOS)
    for quality in QUALITIES:
        file = io.BytesIO()
        picture.save(file, "WEBP", quality=quality, method=4)
        if file.tell() <= LARGEST:
            break
    return file.getvalue()


def shrink(png: bytes) -> bytes:
    """Half a screen's width, without loss: enough to see what has moved."""
    with Image.open(io.BytesIO(png)) as taken:
        height = taken.height * SMALL // taken.width
        picture = taken.convert("RGB").resize((SMALL, height), Image.Resampling.BOX).quantize(64)
    file = io.BytesIO()
    picture.convert("RGB").save(file, "WEBP", lossless=True, method=4)
    return file.getvalue()


def open_picture(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as picture:
        return picture.convert("RGB")
