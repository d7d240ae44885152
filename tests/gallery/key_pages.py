"""A few pages whose looks every run of the services' tests compares, drawn with a font that every Debian has.

``python -m tests.gallery keep`` keeps them anew after a change that was meant.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.gallery.camera import Camera
from tests.gallery.choices import Shot
from tests.gallery.pictures import shrink
from tests.pages.walk import Place

KEPT = Path(__file__).parent / "kept"
LETTERS = '* { font-family: "DejaVu Sans", sans-serif !important; }'
KEY_PAGES = {
    "design-basics": "", "design-goods": "", "home": "", "products": "", "product": "",
    "basket": "", "checkout": "", "trace": "telephone",
    "seller-today": "", "seller-orders-order": "", "operator-home": "", "expo-fair": "",
}  # fmt: skip
"""By name the size they are shown in."""


def key_pictures(browser: Browser, site: str, places: dict[str, Place]) -> Iterator[tuple[str, bytes]]:
    """The name of each and its shrunk picture, in the language of who reads it."""
    camera = Camera(browser, site, style=LETTERS)
    for name, size in KEY_PAGES.items():
        yield name, shrink(camera.take(Shot(places[name], places[name].path, size)).png)
