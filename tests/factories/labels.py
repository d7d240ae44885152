"""Prefixes, series, codes of state systems and labels for tests."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from catalog.products.variant import ProductVariant
from catalog.traceability.identity.claim_prefix import claim_company_prefix
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.item_identifier import ItemIdentifier, set_item_identifier
from catalog.traceability.identity.scheme import Scheme
from catalog.traceability.labels.label_run import LabelFormat, LabelRun, LabelRunStatus, LabelSubject, LabelSymbol
from catalog.traceability.lot import Lot
from catalog.traceability.minting.series import NumberSeries, SeriesKind
from catalog.traceability.minting.set_series import set_number_series
from marketplace.sellers.models import Seller

_number = count(8_930_001)


def make_company_prefix(seller: Seller) -> CompanyPrefix:
    """A claim that nobody has looked at."""
    made = claim_company_prefix(seller_id=seller.pk, prefix=str(next(_number)), evidence="GCP 12/2026")
    assert made is not None
    return made


def make_series(
    seller: Seller, variant: ProductVariant | None = None, kind: SeriesKind = SeriesKind.LOT
) -> NumberSeries:
    made = set_number_series(seller_id=seller.pk, variant=variant, kind=kind, pattern="{YY}{MM}-{n:4}")
    assert made is not None
    return made


def make_item_identifier(variant: ProductVariant) -> ItemIdentifier:
    number = next(_number)
    made = set_item_identifier(
        variant=variant, scheme=Scheme.NATIONAL, authority=f"Cổng ví dụ {number}", value=f"VN-{number}"
    )
    assert made is not None
    return made


def make_label_run(lot: Lot) -> LabelRun:
    """One whose file is there, as far as its row says."""
    return LabelRun.objects.create(
        seller_id=lot.seller_id, lot=lot, symbol=LabelSymbol.QR, subject=LabelSubject.PIECE, sheet="A4_21",
        format=LabelFormat.PDF, dpi=600, language="vi", count=1, status=LabelRunStatus.SUCCESS, file="ab/cd",
        expires_at=timezone.now() + timedelta(hours=24),
    )  # fmt: skip
