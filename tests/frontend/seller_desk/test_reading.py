"""What is read out of words: amounts, codes, formatted text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.amounts import UnclearAmount, editable_amount, read_amount
from frontend.seller_desk.codes import read_codes
from frontend.seller_desk.plain import editable
from frontend.svg_address import svg_address


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("1.250.000", "VND", "1250000"),
        ("1,250,000", "VND", "1250000"),
        ("1 250 000", "VND", "1250000"),
        ("1250000", "VND", "1250000"),
        ("1.250", "VND", "1250"),
        ("12,50", "EUR", "12.50"),
        ("12.5", "EUR", "12.5"),
        ("1.250,50", "EUR", "1250.50"),
        ("1,250.50", "USD", "1250.50"),
        ("1.250.000,5", "EUR", "1250000.5"),
        ("1.250.000", "EUR", "1250000"),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text: str, currency: str, amount: str) -> None:
    assert read_amount(text, currency) == Decimal(amount)


@pytest.mark.parametrize("text", ["1.250", "1,250", "", "x", "-5", "1e3", "1.2.3", "1.250,000,5", "12€", "٣", "1,2,50"])
def test_what_could_be_two_amounts_is_not_guessed(text: str) -> None:
    with pytest.raises(UnclearAmount):
        read_amount(text, "EUR")


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_what_is_shown_for_editing_is_read_back_the_same(amount: Decimal) -> None:
    shown = editable_amount(amount)
    assert read_amount(shown, "EUR") == amount


def test_needless_zeros_are_not_shown() -> None:
    assert editable_amount(Decimal("1850000.000000")) == "1850000"
    assert editable_amount(Decimal("12.500000")) == "12.5"


def test_codes_are_read_from_lines_commas_and_scanned_addresses() -> None:
    assert read_codes("7K3M-9QXW, ABC\nhttps://x.example/vi/t/DEF  ") == ["7K3M-9QXW", "ABC", "DEF"]
    assert read_codes("  ") == []


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("<p>Một</p><p>Hai<br>dòng</p>", "Một\n\nHai\ndòng"),
        ("<p>A &amp; B</p>", "A & B"),
        ("A &amp; B", "A & B"),
        ("<p>Một</p><ul><li>Hai</li></ul>", "<p>Một</p><ul><li>Hai</li></ul>"),
        ("", ""),
    ],
)
def test_paragraphs_are_edited_as_lines_and_other_marks_stay(stored: str, shown: str) -> None:
    assert editable(stored) == shown


def test_a_picture_out_of_an_svg_stands_alone() -> None:
    assert svg_address("<svg><path/></svg>") == svg_address('<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>')
