"""Documents made by hand, for tests of the engine alone."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from catalog.search.document import Offer, ProductDocument, Texts
from catalog.search.request import SearchRequest

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


def document(product_id: int, names: dict[str, str] | None = None, **fields: Any) -> ProductDocument:
    texts = {language: Texts(name=name) for language, name in (names or {"en": "Oak chair"}).items()}
    stated: dict[str, Any] = {
        "product_id": product_id,
        "version": 1,
        "texts": texts,
        "source_language": "vi",
        "skus": (f"SKU-{product_id}",),
        "gtins": (),
        "hs_code": "",
        "seller_id": 1,
        "craft": "furniture",
        "category_ids": (),
        "material": "",
        "origin": "VN",
        "certificates": (),
        "facts": (),
        "in_stock": True,
        "moq": 1,
        "lead_time_days": None,
        "rating": None,
        "review_count": 0,
        "created_at": NOW,
        "updated_at": NOW,
        "offers": (Offer("vn", Decimal(100_000), None),),
    }
    return ProductDocument(**{**stated, **fields})


def asking(text: str = "", **fields: Any) -> SearchRequest:
    return SearchRequest(**{"channel": "vn", "now": NOW, "text": text, "language": "en", **fields})
