"""The addresses of products: a slug per language, made of the product's name in it, and every former one.

The slug that a product was created with (`catalog.products.slug`) is its own and never changes. Further slugs follow
the names: a moment after a name is written or changed, by the reactions below, so that nothing that writes names in
bulk has to wait for them.
"""

from collections.abc import Iterator, Sequence

from catalog.events import ProductChanged, ProductsChanged
from catalog.products.product import Product
from i18n.slugs.find import current_slugs, find_slug, slug_for, tidy
from i18n.slugs.renew import Named, renew_slugs
from i18n.translate import translations_of

SUBJECT = "catalog.Product"
BATCH = 500


def renew_product_slugs(product_ids: Sequence[int]) -> int:
    """Bring the slugs of these products in step with their names; returns how many are new or changed."""
    changed = 0
    for start in range(0, len(product_ids), BATCH):
        records = list(_named(product_ids[start : start + BATCH]))
        changed += renew_slugs(subject=SUBJECT, records=records, owners=_owners)
    return changed


def renew_slugs_of_product(event: ProductChanged) -> None:
    """On `ProductChanged`."""
    renew_product_slugs([event.product_id])


def renew_slugs_of_products(event: ProductsChanged) -> None:
    """On `ProductsChanged`."""
    renew_product_slugs(event.product_ids)


def find_product(slug: str) -> int | None:
    """The product that any slug of it leads to: its own, or a current or former one of any language."""
    own = Product.objects.filter(slug=tidy(slug)).values_list("pk", flat=True).first()
    return own if own is not None else find_slug(SUBJECT, slug)


def slugs_in(language: str, products: Sequence[Product]) -> list[str]:
    """Each product's slug for pages in the language, in one query."""
    current = current_slugs(SUBJECT, [product.pk for product in products])
    return [
        slug_for(language, current[product.pk], own=product.slug, own_language=product.source_language)
        for product in products
    ]


def _named(product_ids: Sequence[int]) -> Iterator[Named]:
    texts = translations_of(SUBJECT, product_ids, fields=["name"])
    for product in Product.objects.filter(pk__in=product_ids).only("slug", "name", "source_language"):
        names = {row.language: row.text for row in texts[str(product.pk)]}
        yield Named(product.pk, product.slug, product.source_language, {**names, product.source_language: product.name})


def _owners(texts: set[str]) -> dict[str, int]:
    ordered = sorted(texts)
    return {
        slug: pk
        for start in range(0, len(ordered), BATCH)
        for slug, pk in Product.objects.filter(slug__in=ordered[start : start + BATCH]).values_list("slug", "pk")
    }
