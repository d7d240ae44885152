"""Bills of materials and declarations for tests: invented goods, prices and numbers."""

from datetime import date
from decimal import Decimal
from typing import Any

from logistics.customs.declaration.facts import (
    Container,
    DangerousGoods,
    Facts,
    LineFacts,
    NumberKind,
    OriginStatement,
    PackingGroup,
    Plant,
    Reference,
    Stage,
)
from logistics.customs.origin.materials import BillOfMaterials
from logistics.customs.origin.update_bill import MaterialData, update_bill
from tests.factories.logistics import make_buyer_party

STATEMENT = (
    "The exporter of the products covered by this document declares that, except where otherwise clearly indicated, "
    "these products are of Viet Nam preferential origin."
)


def make_material(**overrides: Any) -> MaterialData:
    values: dict[str, Any] = {
        "name": "Gỗ sồi xẻ",
        "hs_code": "440791",
        "origin_country": "US",
        "value": Decimal("12.00"),
        "currency": "EUR",
    }
    return MaterialData(**{**values, **overrides})


def make_bill(product: Any, **overrides: Any) -> BillOfMaterials:
    """A chair of 40.00 EUR whose only foreign heading-mates are worth 3.00: EVFTA is met by tolerance."""
    values: dict[str, Any] = {
        "currency": "EUR",
        "ex_works": Decimal("40.00"),
        "free_on_board": Decimal("42.00"),
        "materials": [
            make_material(),
            make_material(name="Bộ phận ghế", hs_code="940191", origin_country="CN", value=Decimal("3.00")),
        ],
    }
    return update_bill(product=product, **{**values, **overrides})


def make_facts(**overrides: Any) -> Facts:
    """Everything that a declaration of the two lines of `make_consignment` can say."""
    values: dict[str, Any] = {
        "importer": make_buyer_party("nl", company="Proefhuis Import B.V.", phone="+31 10 000 0000"),
        "stages": (
            Stage("TRUCK", "Bình Dương", "Thạnh Phước"),
            Stage("BARGE", "Thạnh Phước", "Cái Mép", carrier="Sông Xanh Barge", vehicle="SX-17"),
            Stage("VESSEL", "Cái Mép", "Rotterdam", "Sample Ocean Line", "MV Voorbeeld", "024W", "SOLU0001234567"),
        ),
        "containers": (Container("CSQU3054383", "VN123456", 2_230_000),),
        "marks": "WERFKADE / ROTTERDAM / 1-3",
        "references": (Reference(NumberKind.LICENCE, "GP-2026-001"),),
        "lines": (
            LineFacts(
                1,
                plants=(
                    Plant("Fraxinus", "excelsior", "US", Decimal("0.084"), "m3"),
                    Plant("Hevea", "brasiliensis", "VN", Decimal("0.012"), "m3", "seat"),
                ),
            ),
            LineFacts(
                2,
                dangerous=DangerousGoods(
                    "1263", "PAINT RELATED MATERIAL", "3", PackingGroup.II, "2 tins", Decimal("21"), True
                ),
            ),
        ),
        "origin": OriginStatement("EVFTA", STATEMENT, "Thuận An", date(2026, 11, 22), "Nguyễn Văn Thử"),
        "order_reference": "BD-2026-000123-1",
        "invoice_number": "CI-BD-2026-000123-1",
        "emergency_phone": "+84 900 000 000",
    }
    return Facts(**{**values, **overrides})
