"""The rows that stand in a template to be overwritten, and are passed over when they are handed in."""

from collections.abc import Mapping
from decimal import Decimal

Value = str | int | Decimal

EXAMPLE_SKUS = ("VI-DU-1", "VI-DU-2", "VI-DU-3")
_SHARED: Mapping[str, Value] = {
    "product": "BAN-TRE",
    "hs_code": "940360",
    "origin_country": "VN",
    "moq": 10,
    "order_multiple": 5,
    "lead_time_days": 20,
    "price.vn.10": 1150000,
    "price.eu": 79,
}
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "name": "Bàn trà tre ép",
        "name.en": "Bamboo tea table",
        "variant_name": "60 × 40 cm",
        "description": "Bàn trà bằng tre ép, phủ dầu thực vật.",
        "material": "Tre ép",
        "images": "ban-tre-1.jpg | ban-tre-2.jpg",
    },
    "en": {
        "name": "Bamboo tea table",
        "name.en": "Bamboo tea table",
        "variant_name": "60 × 40 cm",
        "description": "Tea table of laminated bamboo, finished with vegetable oil.",
        "material": "Laminated bamboo",
        "images": "table-1.jpg | table-2.jpg",
    },
}


def example_rows(language: str) -> list[dict[str, Value]]:
    """Two sizes of one table and a bowl, by column."""
    texts = _TEXTS[language]
    table: dict[str, Value] = {
        **_SHARED,
        **texts,
        "price": 1250000,
        "quantity": 40,
        "weight": Decimal("6.5"),
        "net_weight": Decimal("5.8"),
    }
    small: dict[str, Value] = {**table, "sku": EXAMPLE_SKUS[0], "length": 62, "width": 42, "height": 12}
    large: dict[str, Value] = {
        "product": "BAN-TRE", "sku": EXAMPLE_SKUS[1], "variant_name": "90 × 60 cm", "price": 1790000, "quantity": 15,
        "weight": Decimal("9.2"), "length": 92, "width": 62, "height": 12, "moq": 5, "order_multiple": 5,
    }  # fmt: skip
    bowl: dict[str, Value] = {
        "sku": EXAMPLE_SKUS[2], "name": "Bát gốm men lam" if language == "vi" else "Blue glazed bowl", "price": 85000,
        "material": "Gốm" if language == "vi" else "Stoneware", "quantity": 500, "hs_code": "691200", "moq": 24,
        "order_multiple": 12, "units_per_carton": 24,
    }  # fmt: skip
    return [small, large, bowl]
