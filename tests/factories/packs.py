"""A lot about which everything is on record, so that every pack of it is complete."""

from datetime import UTC, date, datetime
from decimal import Decimal

from catalog.models import Category, Lot, ProductMedia, TracePlace
from catalog.traceability.identity.place import PlaceKind
from catalog.traceability.materials.record_statement import record_statement
from catalog.traceability.materials.set_materials import LotMaterialData, set_materials
from catalog.traceability.step_kind import StepKind
from tests.factories.catalog import make_product, make_variant
from tests.factories.declarations import make_bill, make_material
from tests.factories.reputation import make_certificate
from tests.factories.sellers import make_responsible_person
from tests.factories.traceability import make_code, make_lot, make_party, make_place, make_step

BOUNDARY = (
    '{"type":"Polygon","coordinates":[[[106.650000,11.250000],[106.654,11.250000],[106.654000,11.254],'
    "[106.650000,11.25400],[106.650000,11.250000]]]}"
)


def make_full_lot() -> Lot:
    """A chair of rubber wood from two plots, one of them above four hectares."""
    category = Category.objects.create(slug="vi-du-ghe", name="Chairs")
    product = make_product(hs_code="9401690000", species="Hevea brasiliensis", category=category)
    product.warnings = "Không ngồi quá 120 kg."
    product.save(update_fields=["warnings"])
    variant = make_variant(product, gtin="8930000000019")
    ProductMedia.objects.create(product=product, image="products/vi-du/2048.webp", width=800, height=600)
    make_responsible_person(product.seller, is_default=True)
    make_certificate(product)
    local = make_material(name="Gỗ cao su", hs_code="440799", origin_country="VN", declared=True)
    make_bill(product, materials=[make_material(), local])
    lot = make_lot(variant, expires_on=date(2031, 1, 1))
    make_code(lot)
    _make_steps(lot)
    _list_materials(lot)
    record_statement(
        lot=lot, reference_number="25NLH7X2K9", verification_number="QX41PW7D", operator="Voorbeeld Import", by=None
    )
    return lot


def _make_steps(lot: Lot) -> None:
    seller = lot.seller
    place, buyer = make_place(seller), make_party(seller, name="Voorbeeld Import")
    for day, kind in enumerate((StepKind.HARVESTING, StepKind.COMMISSIONING, StepKind.PACKING, StepKind.SHIPPING)):
        make_step(
            lot,
            kind=kind,
            title=f"Bước {day + 1}",
            occurred_at=datetime(2026, 10, 2 + day, 2, 30, tzinfo=UTC),
            place_ref=place,
            party=buyer if kind == StepKind.SHIPPING else None,
            papers=(("inv", f"HD-{day}"),),
        )


def _list_materials(lot: Lot) -> None:
    seller = lot.seller
    supplier = make_party(seller, address="Xã Minh Thạnh", email="xuongxe@example.com")
    set_materials(
        lot=lot,
        materials=[
            LotMaterialData(
                name="Gỗ cao su",
                scientific_name="Hevea brasiliensis",
                common_name="Rubber wood",
                hs_code="4407999600",
                country="VN",
                net_weight_kg=Decimal("480.000"),
                volume_m3=Decimal("0.75"),
                value_amount=Decimal(9_600_000),
                value_currency="VND",
                recycled_percent=Decimal(0),
                has_no_substances=True,
                harvested_from=date(2026, 3, 1),
                harvested_until=date(2026, 4, 15),
                supplier=supplier,
                supplier_lot="MT-26-03",
                plots=(_large_plot(lot), _small_plot(lot)),
            ),
            LotMaterialData(
                name="Ốc vít",
                hs_code="731815",
                country="VN",
                net_weight_kg=Decimal(12),
                recycled_percent=Decimal(30),
                has_no_substances=True,
            ),
        ],
    )


def _large_plot(lot: Lot) -> TracePlace:
    area = Decimal("19.3")
    return make_place(lot.seller, kind=PlaceKind.PLOT, name="Lô 12, Minh Thạnh", boundary=BOUNDARY, area_ha=area)


def _small_plot(lot: Lot) -> TracePlace:
    return make_place(
        lot.seller,
        kind=PlaceKind.PLOT,
        name="Lô 7",
        latitude=Decimal("11.2700000"),
        longitude=Decimal("106.6800000"),
        area_ha=Decimal("2.5"),
    )
