"""Files that are damaged anywhere are refused as files: whatever bytes arrive, nothing else is raised.

`FUZZ_EXAMPLES=500` damages each of them more often.
"""

import io
import os
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.table import read_table
from catalog.products.picture import read_picture
from catalog.refusal import Refused
from marketplace.expo.feeds import feed
from marketplace.sellers.logo import InvalidPicture, _rewritten
from tests.api.world import workbook
from tests.factories.catalog import make_image

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0")) or 40
PICTURES = {
    "png": make_image(),
    "palette": make_image(image_format="GIF"),
    "jpeg": make_image(64, 48, "JPEG"),
    "progressive": make_image(64, 48, "JPEG", progressive=True),
    "webp": make_image(64, 48, "WEBP"),
    "tiff": make_image(image_format="TIFF"),
}
TABLES = {
    "xlsx": workbook(("SKU", "Tên sản phẩm", "Giá"), ("A-1", "Ghế", 120000), ("A-2", "Bàn", 3.5)),
    "csv": 'SKU;Tên sản phẩm;Giá\r\nA-1;"Ghế; gỗ";120000\r\n'.encode(),
    "utf16": "SKU\tTên sản phẩm\nA-1\tGhế\n".encode("utf-16"),
}


def damaged(content: bytes, chance: Random) -> bytes:
    """Some bytes changed, a piece cut out, doubled or put in."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(max(1, len(data)))
        match chance.randrange(5):
            case 0 | 1:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 2:
                del data[place : place + chance.randint(1, 40)]
            case 3:
                data[place:place] = data[place : place + chance.randint(1, 40)]
            case _:
                data[place:place] = chance.randbytes(chance.randint(1, 8))
    return bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.2 else data)


def tried(content: bytes, read: Callable[[bytes], Any], *refusals: type[Exception]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    @given(seed=st.integers(0, 2**40))
    def damage(seed: int) -> None:
        broken = damaged(content, Random(seed))  # noqa: S311  # damage, not secrets
        note(broken.hex()[:2000])
        try:
            read(broken)
        except refusals:
            return

    damage()


@pytest.mark.parametrize("kind", PICTURES)
def test_a_damaged_picture_of_a_product(kind: str) -> None:
    tried(PICTURES[kind], read_picture, Refused)


@pytest.mark.parametrize("kind", PICTURES)
def test_a_damaged_logo(kind: str) -> None:
    tried(PICTURES[kind], lambda content: _rewritten(io.BytesIO(content)), InvalidPicture)


@pytest.mark.parametrize("kind", TABLES)
def test_a_damaged_table_of_goods(kind: str) -> None:
    tried(TABLES[kind], lambda content: read_table(content, known_headers=()), FileRefused)


@pytest.mark.parametrize("kind", TABLES)
def test_a_damaged_list_of_exhibitors(kind: str) -> None:
    tried(TABLES[kind], lambda content: feed("spreadsheet").read(content, {}), Refused)
