"""One drawing per product of the demo, in this folder as SVG, and the way to turn it into a picture."""

import io
from pathlib import Path

import resvg_py
from PIL import Image

FOLDER = Path(__file__).resolve().parent
SIZE = 1000


def draw(key: str) -> bytes:
    """The drawing ``<key>.svg`` as WebP of 1000 × 1000 pixels."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=(FOLDER / f"{key}.svg").read_text(), width=SIZE, height=SIZE))
    webp = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(webp, "WEBP", quality=88, method=2)
    return webp.getvalue()
