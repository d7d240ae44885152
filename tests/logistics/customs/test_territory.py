"""The data files: every row dated and sourced, no day with two answers."""

from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from logistics.customs import wording
from logistics.customs.dated import Provenance
from logistics.customs.territory import Territory, territories, territory_of

EU_STANDARD_RATES_ON_2026_11_21 = {
    "AT": "20", "BE": "21", "BG": "20", "CY": "19", "CZ": "21", "DE": "19", "DK": "25", "EE": "24", "ES": "21",
    "FI": "25.5", "FR": "20", "GR": "24", "HR": "25", "HU": "27", "IE": "23", "IT": "22", "LT": "21", "LU": "17",
    "LV": "21", "MT": "18", "NL": "21", "PL": "23", "PT": "23", "RO": "21", "SE": "25", "SI": "22", "SK": "23",
}  # fmt: skip


def rows_of(territory: Territory) -> list[Provenance]:
    return [rule.since for rule in territory.rules]


@pytest.mark.parametrize("territory", territories(), ids=lambda territory: territory.code)
def test_every_row_names_its_law_and_source(territory: Territory) -> None:
    for since in rows_of(territory):
        assert since.legal_basis
        assert since.source
        assert since.effective_to is None or since.effective_from <= since.effective_to


@pytest.mark.parametrize("territory", territories(), ids=lambda territory: territory.code)
def test_no_day_has_two_answers(territory: Territory) -> None:
    for one, other in combinations(territory.rules, 2):
        assert one.key != other.key or not overlap(one.since, other.since), one.since.rule


def overlap(one: Provenance, other: Provenance) -> bool:
    end, other_end = one.effective_to or date.max, other.effective_to or date.max
    return one.effective_from <= other_end and other.effective_from <= end


def test_standard_vat_rates_of_the_union() -> None:
    union = territory_of("NL")
    assert union is not None
    assert set(EU_STANDARD_RATES_ON_2026_11_21) == union.countries
    for country, percent in EU_STANDARD_RATES_ON_2026_11_21.items():
        tax = union.tax(country, date(2026, 11, 21))
        assert tax is not None
        assert tax.rate == Decimal(percent) / 100


def test_rates_change_on_their_day() -> None:
    union = territory_of("FI")
    assert union is not None
    before, after = union.tax("FI", date(2024, 8, 31)), union.tax("FI", date(2024, 9, 1))
    assert before is not None
    assert after is not None
    assert (before.rate, after.rate) == (Decimal("0.24"), Decimal("0.255"))


def test_the_longest_heading_wins() -> None:
    union = territory_of("DE")
    assert union is not None
    kitchen = union.duty_rate(hs="94034010", origin="VN", preference="", on=date(2026, 11, 21))
    assert kitchen is not None
    assert kitchen.rate == Decimal("0.027")
    assert union.duty_rate(hs="9403", origin="VN", preference="", on=date(2026, 11, 21)) is None


def test_every_charge_and_tax_has_its_words() -> None:
    rules = [rule for territory in territories() for rule in territory.rules]
    assert {rule.name for rule in rules if rule.kind in ("additional", "fee")} == set(wording.CHARGES)
    assert {rule.name for rule in rules if rule.kind == "tax"} == set(wording.TAX_NAMES)
