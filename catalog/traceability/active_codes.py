"""Whether codes may go on a seller's goods."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.traceability.code import normalise
from catalog.traceability.lot import TraceCode, TraceCodeStatus


class UnknownTraceCodes(ValueError):
    """These are no active codes of the seller's lots."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(f"no active trace codes of this seller: {', '.join(codes)}")
        self.codes = codes


def require_active_codes(*, seller_id: int, codes: Iterable[str]) -> list[str]:
    """The codes in their normal form, each once, in the order given; raises ``UnknownTraceCodes`` naming the others."""
    typed = {code: normalise(code) for code in codes}
    wanted = [code for code in typed.values() if code is not None]
    active = set(
        TraceCode.objects.filter(code__in=wanted, status=TraceCodeStatus.ACTIVE, lot__seller_id=seller_id).values_list(
            "code", flat=True
        )
    )
    unknown = [text for text, code in typed.items() if code not in active]
    if unknown:
        raise UnknownTraceCodes(unknown)
    return list(dict.fromkeys(wanted))
