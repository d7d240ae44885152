"""What the index knows of a product: its public texts in every language, and what it can be filtered and sorted by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from catalog.products.attributes.facts import AttributeFact, facts_of
from catalog.products.category_tree import lineage, parents
from catalog.products.certificates.valid import valid_certificates_of
from catalog.products.product import Product
from catalog.search.document_texts import ProductTexts, Texts, read_texts
from catalog.search.document_trade import Offer, Trade, offers_of, trade_of

__all__ = ["Offer", "ProductDocument", "Texts", "build_documents", "material_key"]


@dataclass(frozen=True, slots=True)
class ProductDocument:
    product_id: int
    version: int
    texts: Mapping[str, Texts]
    """By language; only languages in which something is written."""
    source_language: str
    skus: tuple[str, ...]
    gtins: tuple[str, ...]
    hs_code: str
    seller_id: int
    craft: str
    category_ids: tuple[int, ...]
    """The category and those above it, from itself to the root."""
    material: str
    """See `material_key`; empty when the seller has not said."""
    origin: str
    certificates: tuple[str, ...]
    """Schemes of the certificates that are valid today, each once."""
    facts: tuple[AttributeFact, ...]
    in_stock: bool
    moq: int | None
    """The smallest minimum quantity of its variants; ``None`` without variants."""
    lead_time_days: int | None
    """Of the variant that is ready first; ``None`` when no variant says."""
    rating: Decimal | None
    review_count: int
    created_at: datetime
    updated_at: datetime
    offers: tuple[Offer, ...]


def material_key(material: str) -> str:
    """A material as a facet has it: one spacing, a capital at the start. ``gỗ  sồi`` and ``Gỗ sồi`` are one."""
    text = " ".join(material.split())
    return text[:1].upper() + text[1:]


def build_documents(product_ids: Collection[int]) -> list[ProductDocument]:
    """Documents of those products that are approved and published somewhere, in about twenty queries.

    Drafts, products of suspended sellers and everything else the public must not see have no document.

    The version is read before everything else: a change that is committed meanwhile leaves a document marked older than
    it is, and its own event mends that.
    """
    versions = dict(Product.objects.filter(pk__in=list(product_ids)).order_by().values_list("pk", "search_version"))
    offers = offers_of(versions, at=timezone.now())
    products = list(Product.objects.approved().filter(pk__in=offers).order_by("pk").select_related("seller"))
    ids = [product.pk for product in products]
    parent_of = parents()
    paths = {product.pk: lineage(product.category_id, parent_of) for product in products}
    facts = facts_of(ids)
    found = _Found(
        versions=versions,
        offers=offers,
        paths=paths,
        facts=facts,
        texts=read_texts(products, paths, facts),
        trade=trade_of(ids),
        certificates=_schemes(ids),
    )
    return [_document(product, found) for product in products]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the products' documents need besides the products, by product id."""

    versions: Mapping[int, int]
    offers: Mapping[int, list[Offer]]
    paths: Mapping[int, list[int]]
    facts: Mapping[int, list[AttributeFact]]
    texts: Mapping[int, ProductTexts]
    trade: Mapping[int, Trade]
    certificates: Mapping[int, tuple[str, ...]]


def _document(product: Product, found: _Found) -> ProductDocument:
    trade = found.trade[product.pk]
    return ProductDocument(
        product_id=product.pk,
        version=found.versions[product.pk],
        texts=found.texts[product.pk],
        source_language=product.source_language,
        skus=trade.skus,
        gtins=trade.gtins,
        hs_code=product.hs_code,
        seller_id=product.seller_id,
        craft=product.seller.craft,
        category_ids=tuple(found.paths[product.pk]),
        material=material_key(product.material),
        origin=product.origin_country,
        certificates=found.certificates[product.pk],
        facts=tuple(found.facts[product.pk]),
        in_stock=trade.in_stock,
        moq=trade.moq,
        lead_time_days=trade.lead_time_days,
        rating=product.rating,
        review_count=product.review_count,
        created_at=product.created_at,
        updated_at=product.updated_at,
        offers=tuple(found.offers[product.pk]),
    )


def _schemes(ids: list[int]) -> dict[int, tuple[str, ...]]:
    valid = valid_certificates_of(ids, timezone.now().date())
    return {product_id: tuple(dict.fromkeys(str(row.scheme) for row in rows)) for product_id, rows in valid.items()}
