import pytest

from catalog.products.spreadsheet.guess import guess_key
from catalog.products.spreadsheet.help import HELP
from catalog.products.spreadsheet.keys import header_of, parse_key
from catalog.products.spreadsheet.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Mã hàng/SKU", "sku"), ("TÊN SẢN PHẨM *", "name"), ("Tên (en)", "name.en"), ("Tên tiếng Anh", "name.en"),
        ("English name", "name.en"), ("Mô tả (zh-Hans)", "description.zh-Hans"), ("Tên (日本語)", "name.ja"),
        ("Giá bán (đ)", "price"), ("price_vnd", "price"), ("Giá EU", "price.eu"), ("Price (USD)", "price.us"),
        ("Giá từ 10", "price.vn.10"), ("Price from 50 (EUR)", "price.eu.50"), ("Giá EU từ 10", "price.eu.10"),
        ("Tồn kho: Kho 2: Bến Cát", "stock.Kho 2: Bến Cát"), ("Attribute: Colour", "attribute.Colour"),
        ("Ảnh 2", "images.2"), ("weight_g", "weight"), ("Xuất xứ", "origin_country"), ("MOQ", "moq"),
        ("Ghi chú nội bộ", None), ("STT", None), ("", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_headers_mean_columns(header: str, key: str | None) -> None:
    assert guess_key(header)[0] == key


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "key", [*vocabulary().kinds, "name.en", "material.zh-Hans", "price.eu", "price.vn.10", "price.my-market.250",
            "stock.Kho 2", "attribute.Màu (sắc)"]
)  # fmt: skip
def test_our_own_headers_are_read_back(key: str, language: str) -> None:
    assert guess_key(header_of(key, language, currency="EUR"))[0] == key


@pytest.mark.parametrize("key", ["", "name.tlh", "gtin.en", "price.", "stock.", "password", "price.eu.x", "images.999"])
def test_what_is_no_key(key: str) -> None:
    assert parse_key(key) is None


def test_every_column_is_explained() -> None:
    assert vocabulary().kinds.keys() <= HELP.keys()
