"""Lots, steps and codes for tests."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.products.variant import ProductVariant
from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import PlaceKind, TracePlace
from catalog.traceability.identity.uris import lot_uri
from catalog.traceability.links.set_target import add_target
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.links.target_data import TargetData
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.mint_codes import mint_codes
from catalog.traceability.portals.submission import PortalSubmission
from catalog.traceability.portals.submit import draft_submission, send_submission
from catalog.traceability.record_step import record_step
from catalog.traceability.rename_lots import rename_lots
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import StepData
from catalog.traceability.step_kind import StepKind
from marketplace.sellers.models import Seller
from tests.factories.accounts import make_user
from tests.factories.catalog import make_variant
from tests.factories.sellers import make_seller

_number = count(1)


def lot_data(**overrides: Any) -> LotData:
    values: dict[str, Any] = {
        "number": f"LO-{next(_number):04d}",
        "produced_on": date(2026, 10, 2),
        "quantity": 120,
        "place": "Xưởng 2, phường Tân Uyên",
        "note": "Gỗ tần bì, sấy còn 10 % ẩm",
    }
    return LotData(**{**values, **overrides})


def make_lot(variant: ProductVariant | None = None, **overrides: Any) -> Lot:
    return create_lot(variant=variant or make_variant(), data=lot_data(**overrides))


def step_data(**overrides: Any) -> StepData:
    values: dict[str, Any] = {
        "kind": StepKind.PACKING,
        "occurred_at": datetime(2026, 10, 5, 2, 30, tzinfo=UTC),
        "place": "Kho thành phẩm, phường Tân Uyên",
        "title": "Đóng thùng và dán tem",
        "detail": "Mỗi thùng 2 ghế",
    }
    return StepData(**{**values, **overrides})


def make_step(lot: Lot | None = None, **overrides: Any) -> TraceStep:
    return record_step(lot=lot or make_lot(), data=step_data(**overrides), by=None)


def make_code(lot: Lot | None = None) -> TraceCode:
    (code,) = mint_codes(lot=lot or make_lot(), count=1)
    return code


def make_place(seller: Seller | None = None, **overrides: Any) -> TracePlace:
    values: dict[str, Any] = {"kind": PlaceKind.WORKSHOP, "name": "Xưởng mộc 2", "address": "Phường Tân Uyên"}
    return TracePlace.objects.create(seller=seller or make_seller(), **{**values, **overrides})


def make_party(seller: Seller | None = None, **overrides: Any) -> TraceParty:
    values: dict[str, Any] = {"name": "Xưởng xẻ Suối Giả Định", "email": "xuongxe@example.com"}
    return TraceParty.objects.create(seller=seller or make_seller(), **{**values, **overrides})


def give_gtin(variant: ProductVariant) -> ProductVariant:
    """A number of its own, if it has none; of a prefix that nobody here has. Its lots are called by it then."""
    if not variant.gtin:
        body = f"89385{next(_number):07d}"
        variant.gtin = f"{body}{check_digit(body)}"
        variant.save(update_fields=["gtin"])
        rename_lots(variant_id=variant.pk)
    return variant


def make_link_target(lot: Lot, **overrides: Any) -> DigitalLinkTarget:
    """A link of a lot, whose product has a GTIN then."""
    give_gtin(lot.variant)
    lot.refresh_from_db(fields=["uri"])
    values: dict[str, Any] = {
        "link_type": "gs1:instructions",
        "href": "https://moc-an.example/huong-dan",
        "title": "Hướng dẫn lắp ráp",
        **overrides,
    }
    return add_target(seller=lot.seller, uri=lot_uri(lot), data=TargetData(**values))


def make_submission(lot: Lot, *, is_sent: bool = False) -> PortalSubmission:
    """A record to hand in, or handed in already, by hand."""
    row = draft_submission(lot=lot, portal="file_export", by=make_user(), now=timezone.now())
    return send_submission(submission_id=row.pk, now=timezone.now()) if is_sent else row
