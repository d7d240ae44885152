"""A lot with a supplier, inputs, a photo and a corrected step, in a day that is closed: what bundles are made of."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO

from django.utils import timezone
from PIL import Image

from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.rights.viewer import Viewer
from catalog.traceability.evidence.clean import clean_evidence
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.bundle.write_bundle import write_bundle
from catalog.traceability.proof.close_days import close_days
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepInput
from catalog.traceability.step_kind import StepKind
from tests.factories.catalog import make_variant
from tests.factories.traceability import make_lot, make_step, step_data

SUPPLIER = "Xưởng xẻ Sông Bé Mẫu"
WOOD = "https://id.gs1.org/01/08935000000017/10/GO-2026-09"


@dataclass(frozen=True, slots=True)
class Traced:
    lot: Lot
    party: TraceParty
    whole: bytes
    """The seller's own bundle."""
    for_buyers: bytes


def photo(colour: str = "sienna") -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


def make_traced() -> Traced:
    lot = make_lot(make_variant())
    party = TraceParty.objects.create(seller=lot.seller, name=SUPPLIER)
    inputs = (StepInput(WOOD, Decimal("2.5"), "MTQ"),)
    moment = datetime(2026, 10, 1, 1, 30, tzinfo=UTC)
    wood = {"inputs": inputs, "party": party, "papers": (("po", "PO-7781"),)}
    make_step(lot, kind=StepKind.RECEIVING, title="Nhập gỗ tần bì", occurred_at=moment, **wood)
    picture = clean_evidence(photo(), taken_at=moment, latitude=Decimal("11.054321"), longitude=Decimal("106.654321"))
    making = {"inputs": inputs, "measures": {"species": "Fraxinus excelsior"}, "evidence": (picture,)}
    made = make_step(lot, kind=StepKind.TRANSFORMING, title="Cắt và ghép", occurred_at=moment, **making)
    make_step(lot, kind=StepKind.PACKING, title="Đóng thùng", occurred_at=moment)
    make_step(lot, kind=StepKind.INSPECTING, title="Kiểm tra độ ẩm", occurred_at=moment)
    better = step_data(kind=StepKind.TRANSFORMING, title="Cắt, ghép và mài", occurred_at=moment, inputs=inputs)
    record_step(lot=lot, data=better, by=None, supersedes=made)
    return Traced(lot, party, *_bundles(lot))


def _bundles(lot: Lot) -> tuple[bytes, bytes]:
    assert EpcisEvent.objects.exists()
    assert StepEvidence.objects.exists()
    close_days(now=timezone.now() + timedelta(days=3))
    return bundle_of(lot), bundle_of(lot, without_partners=True)


def bundle_of(lot: Lot, *, without_partners: bool = False) -> bytes:
    reader = Reader(Viewer.of_sellers([lot.seller_id]), without_partners)
    with write_bundle(lot, reader, now=timezone.now()) as opened:
        return opened.read()


def files_of(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
