"""``master_data``: the public facts of a product, in the GS1 Web Vocabulary."""

from __future__ import annotations

from typing import Any

from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.links.level import Level, levels_of
from catalog.traceability.links.link_types import NAMESPACE
from catalog.traceability.links.providers.pages import shown_products
from catalog.traceability.links.read_request import read_request
from i18n.translate import translations_of


def master_data(path: str, *, origin: str) -> dict[str, Any] | None:
    """JSON-LD of the product that ``path`` (``/01/…``) names; ``None`` for what the public may not see."""
    try:
        level = levels_of(read_request(path, "", origin=origin).link)[-1]
    except BadGS1:
        return None
    shown = {product.pk for product, _channel in shown_products(level)}
    variant = next((one for one in level.variants if one.product_id in shown), None)
    return _facts(level, variant, origin) if variant is not None else None


def _facts(level: Level, variant: ProductVariant, origin: str) -> dict[str, Any]:
    product = variant.product
    facts: dict[str, Any] = {
        "@context": {"gs1": NAMESPACE},
        "@id": f"{origin}{level.path}",
        "@type": "gs1:Product",
        "gs1:gtin": level.key[1],
        "gs1:productName": _names(product),
        "gs1:manufacturer": {"@type": "gs1:Organization", "gs1:organizationName": product.seller.name},
    }
    if product.origin_country:
        facts["gs1:countryOfOrigin"] = {"@type": "gs1:Country", "gs1:countryCode": product.origin_country}
    if variant.net_weight_g:
        facts["gs1:netWeight"] = _quantity(variant.net_weight_g, "GRM")
    if variant.gross_weight_g:
        facts["gs1:grossWeight"] = _quantity(variant.gross_weight_g, "GRM")
    return facts


def _names(product: Product) -> list[dict[str, str]]:
    """In the language it was written in, and every translation that people may read."""
    names = {product.source_language: product.name}
    for row in translations_of("catalog.Product", [product.pk], fields=["name"])[str(product.pk)]:
        names.setdefault(row.language, row.text)
    return [{"@value": text, "@language": language} for language, text in names.items()]


def _quantity(value: int, unit: str) -> dict[str, str]:
    """UN/ECE Recommendation 20."""
    return {"@type": "gs1:QuantitativeValue", "gs1:value": str(value), "gs1:unitCode": unit}
