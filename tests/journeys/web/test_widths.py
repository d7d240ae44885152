"""The bar over every page in windows of every width: telephones, tablets, half a screen, small laptops."""

import pytest

from tests.frontend.world import World
from tests.journeys.conftest import NewVisitor
from tests.journeys.web.small_screens import too_wide

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
WIDTHS = (320, 360, 412, 600, 768, 900, 1023, 1026, 1100, 1280, 1345)
SMALLEST_SEARCH = 160
"""Pixels that are left for what is looked for."""


@pytest.mark.parametrize("language", ["vi", "ja", "nl"])
def test_the_bar_fits_with_room_to_search(world: World, visitor: NewVisitor, language: str) -> None:
    page = visitor(language=language).open(f"/{language}/eu/products")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert too_wide(page) == "", width
        box = page.locator("header .search").bounding_box()
        assert box is not None and box["width"] >= SMALLEST_SEARCH, width
