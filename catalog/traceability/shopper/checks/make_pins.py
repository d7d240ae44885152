"""``make_pins``: hidden numbers for the labels of some codes."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from catalog.traceability.active_codes import require_active_codes
from catalog.traceability.code import ALPHABET
from catalog.traceability.lot import TraceCode
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.checks.tries import LENGTH, hash_of


class PinsMadeAlready(ValueError):
    """The labels of these codes have hidden numbers, which nobody can read again."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(f"hidden numbers exist for {', '.join(codes)}")
        self.codes = list(codes)


def make_pins(*, seller_id: int, codes: Sequence[str]) -> dict[str, str]:
    """A new number by code, in the order given; all or none. It is told this once, to be printed, and never again.

    Raises ``UnknownTraceCodes`` for codes that are not active codes of the seller, and ``PinsMadeAlready``: a number
    that is on a label already must keep its meaning.
    """
    with transaction.atomic():
        known = require_active_codes(seller_id=seller_id, codes=codes)
        list(TraceCode.objects.select_for_update().filter(code__in=known).order_by("pk"))
        made = list(PiecePin.objects.filter(code__in=known).order_by("code_id").values_list("code_id", flat=True))
        if made:
            raise PinsMadeAlready(made)
        pins = {code: "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for code in known}
        now = timezone.now()
        PiecePin.objects.bulk_create(
            PiecePin(code_id=code, pin_hash=hash_of(code, pin), made_at=now) for code, pin in pins.items()
        )
    return pins
