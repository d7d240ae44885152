"""What lots get their history from, for tests: materials, proposals, spreadsheets."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from catalog.products.variant import ProductVariant
from catalog.traceability.entry.copy_lot import copy_lot
from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.record_material import MaterialData, record_material
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.lot import Lot
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.lot_import.preview import preview_lot_import
from catalog.traceability.step_kind import StepKind
from marketplace.sellers.models import Seller
from tests.factories.sellers import make_seller
from tests.factories.traceability import lot_data, step_data

_number = count(1)


def make_material_batch(seller: Seller | None = None, **overrides: Any) -> MaterialBatch:
    values: dict[str, Any] = {
        "name": "Ván xẻ", "number": f"VX-{next(_number)}", "quantity": Decimal("2.5"), "uom": "MTQ",
        "step": step_data(kind=StepKind.RECEIVING),
    }  # fmt: skip
    return record_material(seller=seller or make_seller(), data=MaterialData(**{**values, **overrides}))


def make_proposal(lot: Lot) -> StepProposal:
    """The first step of the lot, proposed for a copy of it."""
    made = copy_lot(lot=lot, data=lot_data(produced_on=date(2026, 10, 9)))
    return StepProposal.objects.filter(lot=made)[0]


def make_lot_import(variant: ProductVariant) -> LotImport:
    text = f"Lot number,SKU,Pieces,Stage,Date\nI-{next(_number)},{variant.sku},5,Making,2026-10-01\nX,,,y,z\n"
    return preview_lot_import(seller=variant.seller, file_name="lo.csv", content=text.encode(), by=None)
