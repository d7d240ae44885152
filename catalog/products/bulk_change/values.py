"""CATEGORY and LEAD_TIME: one value for many products."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from catalog.products.bulk_change.change import Change, Facts, Line, Row
from catalog.products.category import Category
from catalog.products.product import Product
from catalog.products.variant import ProductVariant


def plan_category(products: Sequence[Product], change: Change, now: datetime) -> list[Row]:
    """Into one category, or out of any."""
    wanted = change.category
    slugs = dict(
        Category.objects.filter(pk__in=[product.category_id for product in products]).values_list("pk", "slug")
    )
    return [
        Row(
            product,
            {"category": product.category_id},
            {"category": wanted.pk if wanted else None},
            [Line(slugs.get(product.category_id or 0), wanted.slug if wanted else None)],
        )
        for product in products
    ]


def read_category(products: Sequence[Product], kept: Mapping[int, Facts]) -> dict[int, Facts]:
    return {product.pk: {"category": product.category_id} for product in products}


def write_category(facts: Mapping[int, Facts], now: datetime) -> None:
    """A category that is gone meanwhile is none."""
    there = set(
        Category.objects.filter(pk__in={said["category"] for said in facts.values()}).values_list("pk", flat=True)
    )
    for wanted in {said["category"] for said in facts.values()}:
        keys = [pk for pk, said in facts.items() if said["category"] == wanted]
        Product.objects.filter(pk__in=keys).update(category=wanted if wanted in there else None)


def plan_lead_time(products: Sequence[Product], change: Change, now: datetime) -> list[Row]:
    """Of every article of the products."""
    variants = variants_of([product.pk for product in products])
    days = "" if change.days is None else str(change.days)
    return [
        Row(
            product,
            {"days": {str(one.pk): one.lead_time_days for one in variants[product.pk]}},
            {"days": {str(one.pk): change.days for one in variants[product.pk]}},
            [
                Line("" if one.lead_time_days is None else str(one.lead_time_days), days, sku=one.sku)
                for one in variants[product.pk]
            ],
        )
        for product in products
    ]


def read_lead_time(products: Sequence[Product], kept: Mapping[int, Facts]) -> dict[int, Facts]:
    variants = variants_of(kept)
    return {pk: {"days": {str(one.pk): one.lead_time_days for one in variants[pk]}} for pk in kept}


def write_lead_time(facts: Mapping[int, Facts], now: datetime) -> None:
    days = {int(key): value for said in facts.values() for key, value in said["days"].items()}
    for wanted in set(days.values()):
        keys = [key for key, value in days.items() if value == wanted]
        ProductVariant.objects.filter(pk__in=keys).update(lead_time_days=wanted)


def variants_of(product_ids: "Sequence[int] | Mapping[int, Facts]") -> dict[int, list[ProductVariant]]:
    """Those that are sold, in their order."""
    found: dict[int, list[ProductVariant]] = {pk: [] for pk in product_ids}
    for variant in ProductVariant.objects.current().filter(product__in=list(found)).order_by("sort_order", "pk"):
        found[variant.product_id].append(variant)
    return found
