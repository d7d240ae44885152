from datetime import date

import pytest

from marketplace.sellers.seller import EntityType
from marketplace.sellers.tax_code import InvalidTaxCode, check_tax_code
from tests.factories.sellers import make_tax_code

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "kind", "stored"),
    [
        ("0100233488", EntityType.ENTERPRISE, "0100233488"),
        (" 01.00.233.488 ", EntityType.ENTERPRISE, "0100233488"),
        ("0314409058-002", EntityType.ENTERPRISE, "0314409058-002"),
        ("0314409058002", EntityType.ENTERPRISE, "0314409058-002"),
        ("074180000016", EntityType.HOUSEHOLD, "074180000016"),
        ("079 201 000 016", EntityType.INDIVIDUAL, "079201000016"),
    ],
)
def test_right_codes(typed: str, kind: EntityType, stored: str) -> None:
    assert check_tax_code(typed, kind, today=TODAY) == stored


@pytest.mark.parametrize(
    ("typed", "kind", "reason"),
    [
        ("0100233480", EntityType.ENTERPRISE, "CHECK_DIGIT"),
        ("0100233488-000", EntityType.ENTERPRISE, "CHECK_DIGIT"),
        ("0000000000", EntityType.ENTERPRISE, "CHECK_DIGIT"),
        ("", EntityType.ENTERPRISE, "FORMAT"),
        ("12345", EntityType.ENTERPRISE, "FORMAT"),
        ("０１００２３３４８８", EntityType.ENTERPRISE, "FORMAT"),
        ("01002334x8", EntityType.ENTERPRISE, "FORMAT"),
        ("1" * 1000, EntityType.ENTERPRISE, "FORMAT"),
        ("074180000016", EntityType.ENTERPRISE, "WRONG_KIND"),
        ("0100233488", EntityType.HOUSEHOLD, "WRONG_KIND"),
        ("0314409058002", EntityType.INDIVIDUAL, "WRONG_KIND"),
        ("003180000016", EntityType.HOUSEHOLD, "FORMAT"),
        ("074227000016", EntityType.HOUSEHOLD, "FORMAT"),
        ("074400000016", EntityType.HOUSEHOLD, "FORMAT"),
    ],
)
def test_wrong_codes_say_what_is_wrong(typed: str, kind: EntityType, reason: str) -> None:
    with pytest.raises(InvalidTaxCode) as caught:
        check_tax_code(typed, kind, today=TODAY)
    assert caught.value.reason == reason


def test_every_other_last_digit_of_a_right_code_is_wrong() -> None:
    right = make_tax_code()
    for digit in set("0123456789") - {right[-1]}:
        with pytest.raises(InvalidTaxCode):
            check_tax_code(right[:-1] + digit, EntityType.ENTERPRISE, today=TODAY)
