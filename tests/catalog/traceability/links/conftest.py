"""A published product with a lot and a labelled piece, and the resolver as programs and people reach it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from catalog.products.variant import ProductVariant
from catalog.traceability.links.set_target import add_target
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.links.target_data import TargetData
from catalog.traceability.lot import Lot, TraceCode
from tests.factories.catalog import make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.traceability import make_code, make_lot

GTIN = "08938505970011"
CANONICAL = "https://id.gs1.org"


@dataclass(frozen=True)
class Goods:
    variant: ProductVariant
    lot: Lot
    code: TraceCode

    @property
    def product_path(self) -> str:
        return f"/01/{GTIN}"

    @property
    def lot_path(self) -> str:
        return f"/01/{GTIN}/10/{self.lot.number}"

    @property
    def piece_path(self) -> str:
        return f"/01/{GTIN}/21/{self.code.code}"

    def link(self, path: str, link_type: str = "instructions", **overrides: Any) -> DigitalLinkTarget:
        values: dict[str, Any] = {
            "link_type": f"gs1:{link_type}",
            "href": f"https://moc-an.example/{link_type}",
            "title": link_type.title(),
            **overrides,
        }
        return add_target(seller=self.variant.seller, uri=f"{CANONICAL}{path}", data=TargetData(**values))


@pytest.fixture
def goods(db: None) -> Goods:
    variant = make_sellable_variant(make_channel("vn"))
    ProductVariant.objects.filter(pk=variant.pk).update(gtin=GTIN[1:])
    variant.refresh_from_db()
    lot = make_lot(variant, number="LO-0001")
    return Goods(variant, lot, make_code(lot))


@pytest.fixture
def ask() -> Any:
    """``ask("/01/…?linkType=gs1:pip", accept="…", accept_language="nl")``."""

    def run(path: str, method: str = "get", **headers: str) -> Any:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(Client(raise_request_exception=True), method)(path, headers=given)

    return run
