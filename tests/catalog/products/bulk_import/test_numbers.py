from collections.abc import Callable
from decimal import Decimal

import pytest

from catalog.products.bulk_import.numbers import (
    NotANumber,
    UnitMissing,
    read_amount,
    read_measure,
    read_whole,
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250.000 đ", "1250000"),
        ("1,250,000", "1250000"),
        ("1250000", "1250000"),
        ("1 250 000 ₫", "1250000"),
        ("1.250.000VNĐ", "1250000"),
        ("1.250.000 VND", "1250000"),
        ("44.850", "44850"),
        ("44850.0", "44850"),
        ("1.250.000,5", "1250000.5"),
        ("1,250,000.50", "1250000.5"),
        ("250k", "250000"),
        ("1,5 triệu", "1500000"),
        ("2tr", "2000000"),
        ("0", "0"),
    ],
)
def test_amounts(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    ["", "Liên hệ", "-5", "1.25.000", "1,250.000,00", "1e9", "٣٤٥", "NaN", "12 000 đến 15 000", "9" * 40, "=1+1"],
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(NotANumber):
        read_amount(text)


@pytest.mark.parametrize(
    ("text", "kind", "measure"),
    [
        ("300 g", "weight", 300),
        ("300gr", "weight", 300),
        ("1.200 g", "weight", 1200),
        ("1,5 kg", "weight", 1500),
        ("1.200 kg", "weight", 1200),
        ("0,3kg", "weight", 300),
        ("45 cm", "length", 450),
        ("1,2 m", "length", 1200),
        ("450mm", "length", 450),
    ],
)
def test_measures(text: str, kind: str, measure: int) -> None:
    assert read_measure(text, kind) == measure


@pytest.mark.parametrize(
    ("text", "kind", "error"),
    [
        ("300", "weight", UnitMissing),
        ("45 cm", "weight", NotANumber),
        ("nặng", "weight", NotANumber),
        ("- 3 kg", "weight", NotANumber),
    ],
)
def test_what_is_no_measure(text: str, kind: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_measure(text, kind)


@pytest.mark.parametrize("read", [read_whole])
def test_pieces_are_whole(read: Callable[[str], int]) -> None:
    assert read("1.200") == 1200
    with pytest.raises(NotANumber):
        read("2,5")
