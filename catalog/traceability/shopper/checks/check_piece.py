"""``check_piece``: is this the piece that the label was made for?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hmac import compare_digest

from django.db import transaction

from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.checks.tries import MOST_WRONG, hashes_of, normal_pin


class CheckOutcome(StrEnum):
    FIRST = "FIRST"
    """The right number, for the first time: nobody checked this piece before."""
    CHECKED_BEFORE = "CHECKED_BEFORE"
    """The right number again: by its owner, or by whoever has a copy of the whole label."""
    WRONG = "WRONG"
    LOCKED = "LOCKED"
    """Too many wrong tries today; what was typed was not looked at."""
    NOT_OFFERED = "NOT_OFFERED"
    """The label has no hidden number, or was declared void."""


@dataclass(frozen=True, slots=True)
class PieceCheck:
    outcome: CheckOutcome
    first_checked_at: datetime | None = None
    checks: int = 0
    """Right ones so far, this one included."""
    tries_left: int = 0
    """Today."""


def check_piece(*, code: TraceCode, pin: str, now: datetime) -> PieceCheck:
    """Look at what was typed; of two who are first at once, one is.

    At most `MOST_WRONG` wrong tries a day and code, whoever makes them. Nothing of who checks is kept.
    """
    with transaction.atomic():
        row = PiecePin.objects.select_for_update().filter(code=code).first() if code.is_active else None
        if row is None:
            return PieceCheck(CheckOutcome.NOT_OFFERED)
        if row.wrong_on != now.date():
            row.wrong_on, row.wrong_tries = None, 0
        if row.wrong_tries >= MOST_WRONG:
            return PieceCheck(CheckOutcome.LOCKED)
        typed = normal_pin(pin)
        is_right = bool(typed) and any(compare_digest(row.pin_hash, one) for one in hashes_of(code.code, typed))
        return _right(row, now) if is_right else _wrong(row, now)


def _right(row: PiecePin, now: datetime) -> PieceCheck:
    is_first = row.first_checked_at is None
    row.first_checked_at = row.first_checked_at or now
    row.checks += 1
    row.save(update_fields=["first_checked_at", "checks"])
    outcome = CheckOutcome.FIRST if is_first else CheckOutcome.CHECKED_BEFORE
    return PieceCheck(outcome, row.first_checked_at, row.checks, MOST_WRONG - row.wrong_tries)


def _wrong(row: PiecePin, now: datetime) -> PieceCheck:
    row.wrong_on, row.wrong_tries = now.date(), row.wrong_tries + 1
    row.save(update_fields=["wrong_on", "wrong_tries"])
    left = MOST_WRONG - row.wrong_tries
    return PieceCheck(CheckOutcome.WRONG if left else CheckOutcome.LOCKED, tries_left=left)
