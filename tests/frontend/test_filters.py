from decimal import Decimal
from typing import Any

import pytest

from frontend.filters import filters_for, paragraphs, rich, to_money


@pytest.mark.parametrize(
    ("language", "amount", "currency", "written"),
    [
        ("en", "12.5000", "EUR", "€12.50"),
        ("vi", "1250000.00", "VND", "1.250.000\u00a0₫"),
        ("en", "0.0125", "EUR", "€0.0125"),
        ("nl", "1234.5", "EUR", "€\u00a01.234,50"),
    ],
)
def test_money_is_written_for_its_reader_and_never_rounded(
    language: str, amount: str, currency: str, written: str
) -> None:
    assert filters_for(language)["money"]({"amount": Decimal(amount), "currency": currency}) == written


def test_of_a_taxed_amount_the_gross_is_shown() -> None:
    taxed = {
        "gross": {"amount": Decimal("121"), "currency": "EUR"},
        "net": {"amount": Decimal("100"), "currency": "EUR"},
    }
    assert to_money(taxed).amount == Decimal("121.00")


def test_weights_and_sizes_in_any_unit() -> None:
    speak = filters_for("en")
    assert speak["weight"]({"unit": "KG", "value": Decimal("0.62")}) == "620 g"
    size = {"length": Decimal("240"), "width": Decimal("240"), "height": Decimal("125"), "unit": "mm"}
    assert speak["dimensions"](size) == "24 × 24 × 12.5 cm"


def test_text_of_people_is_never_markup() -> None:
    assert paragraphs("<b>a</b>\nb\n\nc") == "<p>&lt;b&gt;a&lt;/b&gt;<br>b</p><p>c</p>"
    cleaned = rich('<p onclick="x">a<script>alert(1)</script><a href="https://x">b</a></p>')
    assert cleaned == "<p>ab</p>"


def test_languages_are_named_in_the_readers_own() -> None:
    assert filters_for("nl")["language_name"]("VI") == "Vietnamees"
    assert filters_for("en")["bcp47"]("ZH_HANS") == "zh-Hans"


def test_goods_are_measured_as_the_market_does() -> None:
    weight, size = {"value": 4.5, "unit": "KG"}, {"length": 1200, "width": 600, "height": 755, "unit": "MM"}
    assert filters_for("en")["weight"](weight) == "4.5 kg"
    assert filters_for("en", "us")["weight"](weight) == "9.9 lb (4.5 kg)"
    assert filters_for("en", "us")["dimensions"](size) == "47.2 × 23.6 × 29.7 in (120 × 60 × 75.5 cm)"


def test_countries_stand_in_the_order_of_their_names() -> None:
    rows = [{"code": code} for code in ("AT", "DE", "VN")]
    assert [row["code"] for row in filters_for("nl")["by_country_name"](rows)] == ["DE", "AT", "VN"]


def test_categories_stand_where_the_operator_put_them_then_by_name() -> None:
    def row(name: str, place: int) -> dict[str, Any]:
        return {"localized": {"name": {"text": name}}, "sortOrder": place}

    rows = [row("Đèn", 0), row("Dép", 0), row("Ăn uống", 0), row("Áo", -1)]
    named = [each["localized"]["name"]["text"] for each in filters_for("vi")["in_order"](rows)]
    assert named == ["Áo", "Ăn uống", "Dép", "Đèn"]
