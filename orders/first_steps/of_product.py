"""Which of the steps on a product are done, for the product of a seller that has come furthest."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from catalog.models import Product, ProductMedia, ProductVariant, Stock, VariantChannelListing
from catalog.products.translate import SUBJECT
from i18n.translation import Translation
from orders.first_steps.step import Step

LOOKED_AT = 50
"""Products of a seller with none published: the oldest so many. A first product is among them."""


def furthest_product(seller_id: int) -> tuple[int | None, frozenset[Step]]:
    """The product and what of it is done. One that buyers see wins; then the most steps, then the oldest.

    Seven statements, whatever the number of products.
    """
    current = Product.objects.current().filter(seller=seller_id)
    shown = Product.objects.published_anywhere(at=timezone.now()).filter(seller=seller_id).order_by("pk").first()
    products = [shown] if shown else list(current.order_by("pk")[:LOOKED_AT])
    if not products:
        return None, frozenset()
    done = _done(products)
    best = max(products, key=lambda product: (len(done[product.pk]), -product.pk))
    return best.pk, frozenset(done[best.pk] | ({Step.PUBLISHED} if shown else set()))


def _done(products: Sequence[Product]) -> dict[int, set[Step]]:
    keys = [product.pk for product in products]
    done: dict[int, set[Step]] = {product.pk: {Step.PRODUCT} for product in products}

    def mark(step: Step, product_ids: Iterable[int]) -> None:
        for key in product_ids:
            done[key].add(step)

    mark(Step.TEXTS, (product.pk for product in products if product.name and product.description))
    mark(Step.PICTURES, _products_of(ProductMedia.objects.filter(product__in=keys), "product_id"))
    variants = ProductVariant.objects.current().filter(product__in=keys)
    prices = VariantChannelListing.objects.filter(variant__in=variants)
    mark(Step.PRICE, _products_of(prices, "variant__product_id"))
    stocks = Stock.objects.filter(variant__in=variants, quantity__gt=0)
    mark(Step.STOCK, _products_of(stocks, "variant__product_id"))
    measures = ("gross_weight_g", "length_mm", "width_mm", "height_mm")
    packed = variants.filter(**{f"{name}__isnull": False for name in measures})
    mark(Step.SHIPPING, _products_of(packed, "product_id"))
    mark(Step.TRANSLATIONS, _translated(keys))
    return done


def _products_of(rows: "Iterable[object]", path: str) -> set[int]:
    found: set[int] = set(rows.order_by().values_list(path, flat=True).distinct())  # type: ignore[attr-defined]  # querysets of several models
    return found


def _translated(keys: Sequence[int]) -> set[int]:
    rows = Translation.objects.filter(subject=SUBJECT, object_id__in=[str(key) for key in keys], field="name")
    return {int(key) for key in rows.order_by().values_list("object_id", flat=True).distinct()}
