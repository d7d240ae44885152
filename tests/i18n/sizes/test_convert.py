import pytest

from i18n.sizes.chart import charts
from i18n.sizes.convert import equivalents, system_of_country, tidy_size


@pytest.mark.parametrize(
    ("kind", "system", "size", "other", "there"),
    [
        ("shoes_men", "EU", "42", "US", ["9"]),
        ("shoes_men", "KR", "265", "JP", ["26.5"]),
        ("shoes_women", "JP", "24", "EU", ["38"]),
        ("shoes_women", "EU", "41,0", "UK", ["7.5"]),
        ("clothes_men", "INT", " m ", "EU", ["48", "50"]),
        ("clothes_women", "EU", "38", "IT", ["42"]),
        ("clothes_women", "EU", "39", "IT", []),
        ("clothes_women", "nowhere", "38", "IT", []),
    ],
)
def test_a_size_elsewhere(kind: str, system: str, size: str, other: str, there: list[str]) -> None:
    assert [row.sizes[other] for row in equivalents(charts()[kind], system, size)] == there


def test_sizes_are_understood_as_people_write_them() -> None:
    assert [tidy_size(text) for text in ("26,50", "42.0", " xl", "3-4", "٣.٥", "1.2.3")] == [
        "26.5", "42", "XL", "3-4", "٣.٥", "1.2.3",
    ]  # fmt: skip


def test_the_system_that_buyers_know() -> None:
    shoes = charts()["shoes_men"].systems
    assert [system_of_country(code, shoes) for code in ("US", "KR", "VN", "GB", "NL", "IT", "")] == [
        "US", "KR", "VN", "UK", "EU", "EU", "EU",
    ]  # fmt: skip
    assert system_of_country("IT", charts()["clothes_men"].systems) == "IT"
