"""What shoppers did with the codes of the demo's lots: openings, words, a warranty and a doubtful piece."""

from datetime import timedelta

from django.utils import timezone

from catalog.traceability.lot import Lot
from catalog.traceability.shopper.fakes.tell import FakeData, report_fake
from catalog.traceability.shopper.feedback.give import give_feedback
from catalog.traceability.shopper.scans.scan_count import ScanCount
from catalog.traceability.shopper.scans.watch import watch_scans
from catalog.traceability.shopper.warranty.register import (
    WarrantyData,
    confirm_warranty,
    make_token,
    register_warranty,
)
from catalog.traceability.shopper.warranty.terms import set_warranty_terms

OPENINGS = (
    (0, 1, "NL", 1), (0, 3, "DE", 1), (0, 4, "VN", 6), (1, 2, "NL", 2),
    (2, 0, "NL", 2), (2, 0, "US", 1), (2, 1, "JP", 2), (2, 1, "AU", 1),
)  # fmt: skip
"""Which code of a lot, days ago, country, how often: the third code's label seems to have been copied."""
WORDS = (
    (5, "nl", "Prachtig afgewerkt, en goed ingepakt."),
    (4, "en", "Solid and heavy. One leg needed a felt pad."),
)


def visit_codes(lots: dict[str, Lot]) -> int:
    """Of the first lot with enough codes; returns how many openings were counted."""
    lot = next(lot for lot in lots.values() if lot.codes.count() >= 3)
    codes = list(lot.codes.select_related("lot__variant", "lot__seller").order_by("pk")[:3])
    now = timezone.now()
    ScanCount.objects.bulk_create(
        ScanCount(code=codes[place], day=now.date() - timedelta(days=days), country=country, count=count)
        for place, days, country, count in OPENINGS
    )
    watch_scans(now=now)
    for rating, language, text in WORDS:
        give_feedback(code=codes[0], rating=rating, text=text, language=language, now=now)
    set_warranty_terms(product=lot.variant.product, months=24)
    bought = max(lot.produced_on, now.date() - timedelta(days=2))
    data = WarrantyData(email="lotte@werfkade.example", bought_on=bought, consents=True, language="nl")
    confirm_warranty(token=make_token(register_warranty(code=codes[0], data=data, now=now)), now=now)
    doubt = FakeData(
        code=codes[2].code, bought_at="Trực tuyến, trang cho-vi-du.example", country="VN", language="vi",
        text="Tem dán lệch, gỗ rất nhẹ và có mùi sơn.",
    )  # fmt: skip
    report_fake(data=doubt, photo=None, now=now)
    return sum(count for _place, _days, _country, count in OPENINGS)
