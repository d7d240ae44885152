"""What the public is shown of products: the content of a snapshot.

Only what is public now goes in, and nothing that depends on the clock: windows and sales stand there with their
moments. So the same state gives the same content, whenever it is written.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import prefetch_related_objects

from catalog.pricing.tier import PriceTier
from catalog.products.answerable import responsible_people
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.media import ProductMedia
from catalog.products.product import Product
from catalog.products.translate import FIELDS, SUBJECT
from catalog.products.variant import ProductVariant
from i18n.translate import translations_of
from marketplace.sellers.models import ResponsiblePerson, Seller

HIDDEN = "{}"
"""The content of a snapshot that ends a publication."""


def contents(product_ids: Collection[int], *, at: datetime) -> dict[int, str]:
    """Canonical JSON by product id, `HIDDEN` for what nobody sees; a dozen queries for any number."""
    shown = list(Product.objects.published_anywhere(at=at).filter(pk__in=product_ids).order_by("pk"))
    found = dict.fromkeys(product_ids, HIDDEN)
    prefetch_related_objects(shown, "seller__address", "category")
    people = responsible_people(shown)
    texts, pictures, markets = _texts(shown), _pictures(shown), _markets(shown, at)
    for product, person in zip(shown, people, strict=True):
        found[product.pk] = canonical(
            {
                "slug": product.slug,
                "seller": _seller(product.seller),
                "source_language": product.source_language,
                "texts": texts[product.pk],
                "category": product.category.slug if product.category else None,
                "hs_code": product.hs_code,
                "origin_country": product.origin_country,
                "species": product.species,
                "restrictions": product.restrictions,
                "responsible_person": _person(person),
                "pictures": pictures[product.pk],
                "markets": markets[product.pk],
            }
        )
    return found


def canonical(value: Any) -> str:
    """Sorted names, no blanks, characters as they are: one text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _seller(seller: Seller) -> dict[str, str]:
    return {"slug": seller.slug, "name": seller.name, "legal_name": seller.legal_name, "tax_code": seller.tax_code}


def _person(person: ResponsiblePerson | None) -> dict[str, Any] | None:
    if person is None:
        return None
    filled = {name: text for name, text in person.address.as_data().as_dict().items() if text}
    return {"name": person.name, "email": person.email, "address": filled}


def _texts(products: Sequence[Product]) -> dict[int, dict[str, dict[str, str]]]:
    translated = translations_of(SUBJECT, [product.pk for product in products], fields=FIELDS)
    found: dict[int, dict[str, dict[str, str]]] = {}
    for product in products:
        by_language: dict[str, dict[str, str]] = defaultdict(dict)
        by_language[product.source_language] = {name: getattr(product, name) for name in FIELDS}
        for row in translated[str(product.pk)]:
            by_language[row.language].setdefault(row.field, row.text)
        found[product.pk] = dict(by_language)
    return found


def _pictures(products: Sequence[Product]) -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = defaultdict(list)
    for picture in ProductMedia.objects.filter(product__in=products).order_by("sort_order", "pk"):
        found[picture.product_id].append({"file": picture.image, "alt": picture.alt})
    return found


def _markets(products: Sequence[Product], at: datetime) -> dict[int, dict[str, Any]]:
    listings = ProductChannelListing.objects.shown(at).filter(product__in=products, channel__is_active=True)
    offers = _offers(products)
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for row in listings.select_related("channel").order_by("pk"):
        found[row.product_id][row.channel.slug] = {
            "shown_from": _moment(row.published_at),
            "shown_until": _moment(row.published_until),
            "orderable_from": _moment(row.available_for_purchase_at),
            "orderable_until": _moment(row.available_for_purchase_until),
            "includes_tax": row.channel.prices_include_tax,
            "variants": offers.get((row.product_id, row.channel_id), []),
        }
    return found


def _offers(products: Sequence[Product]) -> dict[tuple[int, int], list[dict[str, Any]]]:
    variants = {row.pk: row for row in ProductVariant.objects.current().filter(product__in=products)}
    listings = list(VariantChannelListing.objects.filter(variant__in=variants).order_by("pk"))
    tiers: dict[int, list[list[Any]]] = defaultdict(list)
    for tier in PriceTier.objects.filter(listing__in=listings).order_by("minimum_quantity"):
        tiers[tier.listing_id].append([tier.minimum_quantity, _amount(tier.price_amount)])
    found: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for row in listings:
        variant = variants[row.variant_id]
        offer = {**_variant(variant), **_price(row), "tiers": tiers[row.pk]}
        found[variant.product_id, row.channel_id].append(offer)
    return found


def _variant(variant: ProductVariant) -> dict[str, Any]:
    return {"sku": variant.sku, "name": variant.name, "gtin": variant.gtin, "moq": variant.moq}


def _price(row: VariantChannelListing) -> Mapping[str, Any]:
    sale = None
    if row.sale_amount is not None:
        sale = {
            "price": _amount(row.sale_amount),
            "from": _moment(row.sale_starts_at),
            "until": _moment(row.sale_ends_at),
        }
    return {"price": _amount(row.price_amount), "currency": row.currency, "sale": sale}


def _amount(amount: Any) -> str:
    return f"{amount.normalize():f}"


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
