"""Numbers whose check digits are looked at when they are typed. The right ones are from the standards' own examples."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistics.identifiers.air_waybill import air_waybill_number
from logistics.identifiers.bad_identifier import BadIdentifier
from logistics.identifiers.container import container_number
from logistics.identifiers.postal_item import looks_postal, postal_check_digit, postal_item_number
from logistics.identifiers.ship import ship_number
from logistics.identifiers.sscc import sscc_number, sscc_of

RIGHT: list[tuple[Callable[[str], str], str, str]] = [
    (container_number, "CSQU 305438 3", "CSQU3054383"),
    (container_number, "csqu3054383", "CSQU3054383"),
    (ship_number, "IMO 9074729", "9074729"),
    (postal_item_number, "rr 473 124 829 gb", "RR473124829GB"),
    (air_waybill_number, "738 1234 5675", "738-12345675"),
    (sscc_number, "(00) 1 0614141 234567890 8", "106141412345678908"),
    (sscc_number, "00106141412345678908", "106141412345678908"),
]
WRONG: list[tuple[Callable[[str], str], str]] = [
    (container_number, "CSQU3054384"), (container_number, "CSQ3054383"), (container_number, ""),
    (ship_number, "9074728"), (ship_number, "90747291"),
    (postal_item_number, "RR473124828GB"), (postal_item_number, "RR47312482GB"),
    (air_waybill_number, "738-12345676"), (air_waybill_number, "73812345675678"), (air_waybill_number, "١٢٣12345675"),
    (sscc_number, "106141412345678901"), (sscc_number, "10614141234567890"),
]  # fmt: skip


def test_right_numbers_come_out_in_their_standard_form() -> None:
    for check, typed, expected in RIGHT:
        assert check(typed) == expected, typed


def test_mistyped_numbers_are_refused() -> None:
    for check, typed in WRONG:
        with pytest.raises(BadIdentifier):
            assert not check(typed), typed


def test_the_rare_remainders_of_the_post() -> None:
    assert postal_check_digit("47312482") == 9
    digits = {postal_check_digit(f"{serial:08d}") for serial in range(3000)}
    assert digits == set(range(10))
    assert looks_postal("RR473124828GB") and not looks_postal("SX 0000 1234 VN")


@given(st.integers(0, 9_999_999_999), st.integers(0, 9))
def test_every_sscc_made_is_right_and_no_single_digit_may_change(serial: int, place: int) -> None:
    code = sscc_of(prefix="893850", serial=serial)
    assert sscc_number(code) == code
    other = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
    with pytest.raises(BadIdentifier):
        sscc_number(other)


def test_serials_go_on_in_the_extension_until_they_are_used_up() -> None:
    assert sscc_of(prefix="893850123456", serial=10_000)[0] == "1"
    with pytest.raises(BadIdentifier):
        sscc_of(prefix="893850123456", serial=100_000)
