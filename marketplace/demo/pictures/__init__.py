"""One drawing per product of the demo, in this folder as SVG, and the way to turn it into a picture."""

import io
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import resvg_py
from PIL import Image

FOLDER = Path(__file__).resolve().parent
SIZE = 800


def draw(key: str) -> bytes:
    """The drawing ``<key>.svg`` as WebP of 800 × 800 pixels."""
    svg = (FOLDER / f"{key}.svg").read_text(encoding="utf-8")
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIZE, height=SIZE, skip_system_fonts=True))
    webp = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(webp, "WEBP", quality=88, method=2)
    return webp.getvalue()


@contextmanager
def drawing(keys: Iterable[str]) -> Iterator[dict[str, Future[bytes]]]:
    """The pictures of ``keys`` while other processes draw them, one per core: soft shadows take half a second each."""
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield {key: pool.submit(draw, key) for key in keys}
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
