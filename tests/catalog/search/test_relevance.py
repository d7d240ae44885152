"""Twenty questions that buyers ask in six languages, on one small catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from catalog.products.translate import translate_product
from catalog.search.index_products import rebuild_index
from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from i18n.translate import set_translation
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

NAMES: dict[str, dict[str, str]] = {
    "dining-table": {
        "vi": "Bàn ăn gỗ sồi", "en": "Oak dining table", "nl": "Eikenhouten eettafel", "zh-Hans": "橡木餐桌",
        "ja": "オーク材の木製テーブル", "ko": "참나무 식탁을 위한 원목 식탁",
    },
    "chair": {
        "vi": "Ghế tựa gỗ tràm", "en": "Acacia chair", "nl": "Acaciahouten stoel", "zh-Hans": "相思木椅子",
        "ja": "アカシアの椅子", "ko": "아카시아 의자",
    },
    "lacquer-tray": {
        "vi": "Khay sơn mài", "en": "Lacquer tray", "nl": "Gelakt dienblad", "zh-Hans": "漆器托盘",
        "ja": "漆塗りのトレイ", "ko": "옻칠 쟁반",
    },
    "lantern": {"vi": "Đèn lồng gốm", "en": "Ceramic lantern", "nl": "Keramische lantaarn", "ja": "陶器のランタン"},
    "verdict": {"vi": "Sách Bản án tốt đẹp", "en": "Book of good verdicts"},
    "mangosteen": {"vi": "Măng cụt Lái Thiêu", "en": "Lai Thieu mangosteen", "ko": "망고스틴", "zh-Hans": "莱丘山竹"},
}  # fmt: skip
DESCRIPTIONS = {"mangosteen": "Hái buổi sáng, đóng hộp gỗ.", "chair": "Đi cùng bàn ăn.", "lantern": "Treo hiên nhà."}
CASES = [
    ("do go", {"dining-table", "chair"}, None),
    ("đồ gỗ", {"dining-table", "chair"}, None),
    ("bàn ăn", {"dining-table", "chair", "verdict"}, "dining-table"),
    ("BÀN  ĂN", {"dining-table", "chair", "verdict"}, "dining-table"),
    ("bản án", {"verdict", "dining-table", "chair"}, "verdict"),
    ("son mai", {"lacquer-tray"}, None),
    ("khay sơn mài", {"lacquer-tray"}, None),
    ("măng cụt", {"mangosteen"}, None),
    ("Lai Thieu", {"mangosteen"}, None),
    ("oak table", {"dining-table"}, None),
    ("furnitur", {"dining-table", "chair"}, None),
    ("furnitrue", {"dining-table", "chair"}, None),
    ("lacqer tray", {"lacquer-tray"}, None),
    ("houten tafel", {"dining-table", "chair"}, None),
    ("dienblad", {"lacquer-tray"}, None),
    ("家具", {"dining-table", "chair"}, None),
    ("餐桌", {"dining-table"}, None),
    ("木製テーブル", {"dining-table"}, None),
    ("ランタン", {"lantern"}, None),
    ("椅", {"chair"}, None),
    ("식탁은", {"dining-table"}, None),
    ("가구", {"dining-table", "chair"}, None),
    ("망고스틴", {"mangosteen"}, None),
    ("tủ lạnh", set(), None),
    ("", set(NAMES), None),
    ("!!!", set(), None),
    ('"unclosed AND (name:*', set(), None),
]  # fmt: skip


@pytest.fixture(scope="module")
def catalogue(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[dict[int, str], Path]]:
    from django.conf import settings
    from django.db import transaction

    folder = tmp_path_factory.mktemp("relevance")
    original, settings.SEARCH_INDEX_DIR = settings.SEARCH_INDEX_DIR, folder
    with django_db_blocker.unblock(), transaction.atomic():
        yield _build(), folder
        transaction.set_rollback(True)
    settings.SEARCH_INDEX_DIR = original


def _build() -> dict[int, str]:
    channel, seller = make_channel("vn"), make_seller(name="Xưởng Ví Dụ", craft="other")
    furniture = make_category(slug="furniture", name="Furniture")
    tables = make_category(slug="wooden", name="Wooden goods", parent=furniture)
    for language, name in {
        "vi": "Đồ gỗ",
        "nl": "Houten meubels",
        "zh-Hans": "家具",
        "ja": "家具",
        "ko": "가구",
    }.items():
        set_translation(subject="catalog.Category", object_id=furniture.pk, language=language, texts={"name": name})
    set_translation(
        subject="catalog.Category", object_id=tables.pk, language="nl", texts={"name": "Houten tafel en stoel"}
    )
    keys = {}
    for key, names in NAMES.items():
        product = make_product(
            seller=seller,
            name=names["vi"],
            material="",
            description=DESCRIPTIONS.get(key, ""),
            category=tables if key in {"dining-table", "chair"} else None,
        )
        make_sellable_variant(channel, product=product)
        for language, name in names.items():
            if language != "vi":
                translate_product(product=product, language=language, texts={"name": name})
        keys[product.pk] = key
    assert rebuild_index() == len(NAMES)
    return keys


@pytest.mark.parametrize(("text", "expected", "first"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_finds(
    catalogue: tuple[dict[int, str], Path], settings: Any, text: str, expected: set[str], first: str | None
) -> None:
    keys, settings.SEARCH_INDEX_DIR = catalogue
    page = search_products(SearchRequest(channel="vn", now=timezone.now(), text=text))
    found = [keys[product_id] for product_id in page.ids]
    assert set(found) == expected
    assert page.total == len(expected)
    assert not page.degraded
    if first is not None:
        assert found[0] == first
