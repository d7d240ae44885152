"""A product with its offers (schema.org Product, AggregateOffer, Offer, AggregateRating)."""

from decimal import Decimal
from typing import Any

from frontend.addresses import absolute, absolute_url
from frontend.filters import to_money
from frontend.structured.organization import reference

Thing = dict[str, Any]
SCHEMA = "https://schema.org"
_GTIN = {8: "gtin8", 12: "gtin12", 13: "gtin13", 14: "gtin14"}
_MOST_OFFERS = 50


def product_thing(product: dict[str, Any], *, address: str, seller_address: str, description: str) -> Thing:
    """``address`` and ``seller_address`` are paths; ``description`` is plain text."""
    seller = reference(product["seller"], seller_address)
    offers = [offer(variant, product, address, seller) for variant in product["variants"][:_MOST_OFFERS]]
    sold = [each for each in offers if each]
    thing: Thing = {
        "@context": SCHEMA,
        "@type": "Product",
        "@id": f"{absolute(address)}#product",
        "url": absolute(address),
        "name": product["localized"]["name"]["text"],
        "description": description or None,
        "image": [absolute_url(picture["large"]) for picture in product["media"]] or None,
        "category": product["category"] and product["category"]["localized"]["name"]["text"],
        "material": (product["localized"].get("material") or {}).get("text") or None,
        "countryOfOrigin": product.get("originCountry") and product["originCountry"]["code"],
        "manufacturer": seller,
        "offers": _offers(sold),
        "aggregateRating": _rating(product),
        **_codes(product["variants"]),
    }
    return without_nothing(thing)


def without_nothing(thing: Thing) -> Thing:
    """What isn't known isn't said."""
    return {name: value for name, value in thing.items() if value is not None}


def _codes(variants: list[dict[str, Any]]) -> Thing:
    """Article and bar code, where there is only one version they could belong to."""
    if len(variants) != 1:
        return {}
    gtin = variants[0].get("gtin") or ""
    return {"sku": variants[0].get("sku") or None, **({_GTIN[len(gtin)]: gtin} if len(gtin) in _GTIN else {})}


def offer(variant: dict[str, Any], product: dict[str, Any], address: str, seller: Thing) -> Thing | None:
    """The price of one piece with its tax; ``None`` for a version that isn't sold in this market."""
    pricing = variant["pricing"]
    if not pricing:
        return None
    price = to_money(pricing["price"])
    ends = pricing.get("saleEndsAt")
    return without_nothing(
        {
            "@type": "Offer",
            "name": variant.get("name") or None,
            "sku": variant.get("sku") or None,
            "url": absolute(address),
            "price": f"{price.amount:f}",
            "priceCurrency": price.currency,
            "priceValidUntil": str(ends)[:10] if ends else None,
            "availability": f"{SCHEMA}/{_availability(variant, product)}",
            "itemCondition": f"{SCHEMA}/NewCondition",
            "eligibleQuantity": {"@type": "QuantitativeValue", "minValue": variant["moq"]}
            if variant["moq"] > 1
            else None,
            "seller": seller,
        }
    )


def _least(variant: dict[str, Any]) -> Thing | None:
    return {"@type": "QuantitativeValue", "minValue": variant["moq"]} if variant["moq"] > 1 else None


_BEYOND_THE_SHELF = {"MADE_TO_ORDER": "MadeToOrder", "PRE_ORDER": "PreOrder"}
"""schema.org's ItemAvailability of what is sold before it is there."""


def _availability(variant: dict[str, Any], product: dict[str, Any]) -> str:
    if product.get("isAvailableForPurchase") is False:
        return "PreOrder"
    mode = (variant.get("availability") or {}).get("mode")
    if mode in _BEYOND_THE_SHELF:
        return _BEYOND_THE_SHELF[mode]
    quantity = variant.get("quantityAvailable")
    if quantity is None or quantity > 0:
        return "InStock"
    return "OutOfStock"


def _offers(offers: list[Thing]) -> Thing | None:
    """One offer as it is, several under their lowest and highest price."""
    if len(offers) < 2:
        return offers[0] if offers else None
    prices = sorted(Decimal(each["price"]) for each in offers)
    return {
        "@type": "AggregateOffer",
        "lowPrice": f"{prices[0]:f}",
        "highPrice": f"{prices[-1]:f}",
        "priceCurrency": offers[0]["priceCurrency"],
        "offerCount": len(offers),
        "offers": offers,
    }


def _rating(product: dict[str, Any]) -> Thing | None:
    """The mean of the reviews of buyers who bought; nothing without any."""
    if not product.get("reviewCount") or product.get("rating") is None:
        return None
    return {
        "@type": "AggregateRating",
        "ratingValue": str(product["rating"]),
        "reviewCount": product["reviewCount"],
        "bestRating": 5,
        "worstRating": 1,
    }
