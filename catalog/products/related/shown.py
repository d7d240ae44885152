"""What is shown beside products: the seller's choice first, then others of the same category."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from catalog.products.product import Product, ProductQuerySet
from catalog.products.related.related_product import RelatedProduct


def related_ids(product_ids: Collection[int]) -> dict[int, list[int]]:
    """The seller's choice for each product, in its order; then those that chose it and want it both ways."""
    found: dict[int, list[int]] = {product_id: [] for product_id in product_ids}
    wanted = Q(product_id__in=found) | Q(related_id__in=found, both_ways=True)
    rows = list(RelatedProduct.objects.filter(wanted).order_by("sort_order", "pk"))
    pairs = [(row.product_id, row.related_id) for row in rows]
    pairs += [(row.related_id, row.product_id) for row in rows if row.both_ways]
    for product_id, related_id in pairs:
        if product_id in found and related_id not in found[product_id]:
            found[product_id].append(related_id)
    return found


@dataclass(frozen=True, slots=True)
class Beside:
    """Products to be shown beside one, and whether its seller chose them."""

    chosen: list[Product]
    similar: list[Product]


def shown_beside(products: Iterable[Product], visible: ProductQuerySet, *, first: int) -> dict[int, Beside]:
    """For each product at most ``first`` of what is visible: the seller's choice, and as many similar ones.

    Similar is what lies in the same category: best rated first, then newest. Three queries, however many products.
    """
    asked = list(products)
    chosen = related_ids([product.pk for product in asked])
    rows = visible.in_bulk({related for ids in chosen.values() for related in ids})
    near = _of_categories({product.category_id for product in asked if product.category_id}, visible, first, chosen)
    return {
        product.pk: Beside(
            [rows[pk] for pk in chosen[product.pk] if pk in rows][:first],
            _others(product, near, set(chosen[product.pk]), first),
        )
        for product in asked
    }


def _of_categories(
    category_ids: Collection[int], visible: ProductQuerySet, first: int, chosen: Mapping[int, list[int]]
) -> dict[int, list[Product]]:
    """The best of each category; enough that none is missed when the product and its related ones are left out."""
    spare = 1 + max((len(ids) for ids in chosen.values()), default=0)
    order = [F("rating").desc(nulls_last=True), F("created_at").desc(), F("pk").desc()]
    place = Window(RowNumber(), partition_by=F("category_id"), order_by=order)
    rows = visible.filter(category_id__in=category_ids).annotate(place=place).filter(place__lte=first + spare)
    found: dict[int, list[Product]] = defaultdict(list)
    for row in rows.order_by("category_id", "place"):
        found[row.category_id or 0].append(row)
    return found


def _others(product: Product, near: Mapping[int, list[Product]], left_out: set[int], first: int) -> list[Product]:
    rows = near.get(product.category_id or 0, [])
    return [row for row in rows if row.pk != product.pk and row.pk not in left_out][:first]
