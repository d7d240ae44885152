"""What counts as a change of a page's looks, and what does not."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.gallery.difference import compare
from tests.gallery.pictures import open_picture, to_webp

Box = tuple[int, int, int, int]
BUTTON = (600, 300, 760, 348)


def page(
    *, button: tuple[int, int, int, int] = BUTTON, height: int = 900, words: str = "Tables of acacia"
) -> Image.Image:
    picture = Image.new("RGB", (1280, height), "#faf7f2")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1280, 64), fill="#1d3b2f")
    draw.rectangle(button, fill="#8a3b12")
    for line in range(20):
        draw.text((80, 120 + line * 24), words, fill="#222222")
    return picture


def png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_the_same_page_is_no_change_nor_is_what_compression_did_to_it() -> None:
    assert compare(page(), page()).share == 0
    assert not compare(open_picture(to_webp(png(page()))), page().resize((960, 675))).is_a_change


@pytest.mark.parametrize(
    "other",
    [
        page(button=(600, 340, 760, 388)),
        page(button=(0, 0, 1, 1)),
        page(height=1000),
        page(words="Tables of acacia and of oak, of ash, of bamboo"),
    ],
)
def test_what_moved_went_or_grew_is_a_change_and_is_marked(other: Image.Image) -> None:
    difference = compare(page(), other)
    assert difference.is_a_change
    marked = np.asarray(difference.marked, dtype=int)
    assert (marked[:, :, 0] > marked[:, :, 1] + 60).any()
