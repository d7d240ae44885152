"""A product as the page got it from the API."""

from decimal import Decimal
from typing import Any


def variant(name: str, **facts: Any) -> dict[str, Any]:
    price = {"gross": {"amount": Decimal("18.50"), "currency": "EUR"}}
    return {
        "sku": name,
        "name": name,
        "gtin": None,
        "moq": 10,
        "quantityAvailable": 3,
        "pricing": {"price": price, "saleEndsAt": None},
        **facts,
    }


def product(**facts: Any) -> dict[str, Any]:
    return {
        "localized": {"name": {"text": "Bát sơn mài"}, "description": None, "material": None},
        "category": None,
        "media": [],
        "originCountry": {"code": "VN"},
        "isAvailableForPurchase": True,
        "variants": [variant("red"), variant("black")],
        "seller": {"slug": "an-phu", "name": "Mộc An Phú"},
        "reviewCount": 0,
        "rating": None,
        **facts,
    }
