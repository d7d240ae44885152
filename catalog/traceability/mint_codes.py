"""``mint_codes`` and ``void_codes``: trace codes for labels, and labels that must not count any more."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from catalog.traceability.active_codes import require_active_codes
from catalog.traceability.code import random_code
from catalog.traceability.lot import Lot, TraceCode, TraceCodeStatus

MOST_AT_ONCE = 1000
MOST_PER_LOT = 100_000


class TooManyCodes(ValueError):
    """More codes than one call, or one lot, may have."""

    def __init__(self, wanted: int, most: int) -> None:
        super().__init__(f"{wanted} codes are more than {most}")
        self.wanted = wanted
        self.most = most


def mint_codes(*, lot: Lot, count: int) -> list[TraceCode]:
    """``count`` new codes, different from each other and from every code that ever was; all or none.

    Raises ``TooManyCodes``. With 60 random bits two codes meet by chance about once in a thousand million
    of them; a code that is taken is drawn again.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise TooManyCodes(count, MOST_AT_ONCE)
    with transaction.atomic():
        Lot.objects.select_for_update().get(pk=lot.pk)
        existing = lot.codes.count()
        if existing + count > MOST_PER_LOT:
            raise TooManyCodes(existing + count, MOST_PER_LOT)
        codes = sorted(_unused(count))
        return TraceCode.objects.bulk_create([TraceCode(code=code, lot=lot) for code in codes])


def _unused(count: int) -> set[str]:
    drawn: set[str] = set()
    while len(drawn) < count:
        drawn |= {random_code() for _ in range(count - len(drawn))}
        drawn -= set(TraceCode.objects.filter(code__in=drawn).values_list("code", flat=True))
    return drawn


def void_codes(*, seller_id: int, codes: Iterable[str], reason: str) -> list[str]:
    """Lost or spoilt labels: who looks them up is told that they do not count, and why.

    All or none; raises ``UnknownTraceCodes`` for codes that are not active codes of the seller.
    """
    with transaction.atomic():
        known = require_active_codes(seller_id=seller_id, codes=codes)
        TraceCode.objects.filter(code__in=known).update(
            status=TraceCodeStatus.VOIDED, voided_at=timezone.now(), void_reason=reason.strip()
        )
    return known
