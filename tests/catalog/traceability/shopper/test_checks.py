"""The one-time check of a piece by the hidden number of its label."""

from datetime import UTC, datetime, timedelta

import pytest

from catalog.traceability.active_codes import UnknownTraceCodes
from catalog.traceability.mint_codes import void_codes
from catalog.traceability.shopper.checks.check_piece import CheckOutcome, check_piece
from catalog.traceability.shopper.checks.make_pins import PinsMadeAlready, make_pins
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.checks.tries import MOST_WRONG
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.watch import watch_scans
from tests.factories.traceability import make_code, make_lot

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def test_first_then_checked_before() -> None:
    code = make_code()
    pin = make_pins(seller_id=code.lot.seller_id, codes=[code.pk])[code.pk]
    first = check_piece(code=code, pin=f" {pin[:3].lower()}-{pin[3:]} ", now=NOW)
    assert (first.outcome, first.first_checked_at, first.checks) == (CheckOutcome.FIRST, NOW, 1)
    again = check_piece(code=code, pin=pin, now=NOW + timedelta(days=9))
    assert (again.outcome, again.first_checked_at, again.checks) == (CheckOutcome.CHECKED_BEFORE, NOW, 2)


def test_the_number_itself_is_not_kept() -> None:
    code = make_code()
    pin = make_pins(seller_id=code.lot.seller_id, codes=[code.pk])[code.pk]
    row = PiecePin.objects.values().get()
    assert pin not in repr(row)
    assert len(row["pin_hash"]) == 64


def test_tries_are_bounded_per_day_and_told_of() -> None:
    code = make_code()
    pin = make_pins(seller_id=code.lot.seller_id, codes=[code.pk])[code.pk]
    wrong = "0" * 6 if pin != "0" * 6 else "1" * 6
    outcomes = [check_piece(code=code, pin=wrong, now=NOW) for _ in range(MOST_WRONG)]
    assert [one.tries_left for one in outcomes] == [4, 3, 2, 1, 0]
    assert outcomes[-1].outcome == CheckOutcome.LOCKED
    assert check_piece(code=code, pin=pin, now=NOW).outcome == CheckOutcome.LOCKED
    assert PiecePin.objects.get().first_checked_at is None
    watch_scans(now=NOW)
    assert ScanAlert.objects.get().rule == "WRONG_PINS"
    assert check_piece(code=code, pin=pin, now=NOW + timedelta(days=1)).outcome == CheckOutcome.FIRST


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "ÀÀÀÀÀÀ", "U" * 6, "\x00" * 6, "x" * 9000])
def test_nonsense_is_wrong(typed: str) -> None:
    code = make_code()
    make_pins(seller_id=code.lot.seller_id, codes=[code.pk])
    assert check_piece(code=code, pin=typed, now=NOW).outcome == CheckOutcome.WRONG


def test_no_number_and_void_labels() -> None:
    plain, void = make_code(), make_code()
    pin = make_pins(seller_id=void.lot.seller_id, codes=[void.pk])[void.pk]
    void_codes(seller_id=void.lot.seller_id, codes=[void.pk], reason="Rách")
    void.refresh_from_db()
    assert check_piece(code=plain, pin=pin, now=NOW).outcome == CheckOutcome.NOT_OFFERED
    assert check_piece(code=void, pin=pin, now=NOW).outcome == CheckOutcome.NOT_OFFERED


def test_numbers_are_made_once_and_for_own_codes() -> None:
    lot = make_lot()
    codes = [make_code(lot).pk for _ in range(3)]
    made = make_pins(seller_id=lot.seller_id, codes=codes[:2])
    assert list(made) == codes[:2]
    with pytest.raises(PinsMadeAlready) as refused:
        make_pins(seller_id=lot.seller_id, codes=codes)
    assert refused.value.codes == sorted(codes[:2])
    with pytest.raises(UnknownTraceCodes):
        make_pins(seller_id=lot.seller_id, codes=[codes[2], make_code().pk])
    assert PiecePin.objects.count() == 2
