"""DELETE: products out of the catalogue, and back again as long as that can be taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from catalog.products.bulk_change.change import Change, Facts, Line, Row
from catalog.products.bulk_change.values import variants_of
from catalog.products.listing import ProductChannelListing
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _


def plan(products: Sequence[Product], change: Change, now: datetime) -> list[Row]:
    """The articles that are sold and the markets that show it go with it."""
    variants = variants_of([product.pk for product in products])
    shown: dict[int, list[int]] = {product.pk: [] for product in products}
    listings = ProductChannelListing.objects.filter(product__in=list(shown), is_published=True).order_by("pk")
    for pk, product_id in listings.values_list("pk", "product_id"):
        shown[product_id].append(pk)
    rows = []
    for product in products:
        parts: Facts = {"variants": [one.pk for one in variants[product.pk]], "listings": shown[product.pk]}
        lines = [Line(one.sku, None, sku=one.sku) for one in variants[product.pk]]
        rows.append(Row(product, {"archived": False, **parts}, {"archived": True, **parts}, lines))
    return rows


def read(products: Sequence[Product], kept: Mapping[int, Facts]) -> dict[int, Facts]:
    return {product.pk: {**kept[product.pk], "archived": product.archived_at is not None} for product in products}


def write(facts: Mapping[int, Facts], now: datetime) -> None:
    for archived in (True, False):
        said = {pk: one for pk, one in facts.items() if one["archived"] == archived}
        moment = now if archived else None
        Product.objects.filter(pk__in=list(said)).update(archived_at=moment)
        variants = [pk for one in said.values() for pk in one["variants"]]
        ProductVariant.objects.filter(pk__in=variants).update(archived_at=moment)
        listings = [pk for one in said.values() for pk in one["listings"]]
        ProductChannelListing.objects.filter(pk__in=listings).update(is_published=not archived)


def blocked(products: Sequence[Product], facts: Mapping[int, Facts], now: datetime) -> list[Problem]:
    """An SKU that another article took meanwhile."""
    back = ProductVariant.objects.filter(pk__in=[pk for one in facts.values() for pk in one["variants"]])
    skus = {variant.sku for variant in back}
    sellers = {product.seller_id for product in products}
    taken = ProductVariant.objects.current().filter(seller__in=sellers, sku__in=skus).values_list("sku", flat=True)
    message = _("Another of your variants has the SKU %(sku)s.")
    return [Problem("id", "UNIQUE", message, {"sku": sku}) for sku in sorted(taken)]
