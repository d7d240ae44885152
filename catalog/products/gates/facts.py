"""What the rules look at, read for any number of products at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, prefetch_related_objects

from catalog.products.answerable import responsible_people
from catalog.products.certificates.certificate import Certificate
from catalog.products.listing import VariantChannelListing
from catalog.products.media import ProductMedia
from catalog.products.product import Product
from catalog.products.translate import SUBJECT
from catalog.products.variant import ProductVariant
from i18n.translate import translations_of
from marketplace.channels.models import Channel
from marketplace.sellers.models import ResponsiblePerson


@dataclass(frozen=True, slots=True)
class Facts:
    """By product or seller id."""

    channel: Channel
    priced: Mapping[int, list[ProductVariant]]
    """Variants that have a price in the market."""
    translated: Mapping[int, frozenset[str]]
    """Fields that have a text in a language of the market."""
    pictured: frozenset[int]
    certificates: Mapping[int, list[Certificate]]
    """Those that are valid, the seller's general ones among them."""
    responsible: Mapping[int, ResponsiblePerson | None]


def gather(products: Sequence[Product], channel: Channel, *, on: date) -> Facts:
    """Eight queries at most, for one product or a hundred."""
    prefetch_related_objects(products, "seller__address")
    ids = [product.pk for product in products]
    return Facts(
        channel=channel,
        priced=_priced(ids, channel),
        translated=_translated(ids, channel),
        pictured=frozenset(ProductMedia.objects.filter(product__in=ids).values_list("product_id", flat=True)),
        certificates=_certificates(products, on),
        responsible=dict(zip(ids, responsible_people(products), strict=True)),
    )


def _priced(product_ids: list[int], channel: Channel) -> dict[int, list[ProductVariant]]:
    listed = VariantChannelListing.objects.filter(channel=channel).order_by().values("variant")
    found: dict[int, list[ProductVariant]] = defaultdict(list)
    for variant in ProductVariant.objects.current().filter(product__in=product_ids, pk__in=listed):
        found[variant.product_id].append(variant)
    return found


def _translated(product_ids: list[int], channel: Channel) -> dict[int, frozenset[str]]:
    rows = translations_of(SUBJECT, product_ids, channel.languages, ["name", "warnings"])
    return {int(product_id): frozenset(row.field for row in own if row.text) for product_id, own in rows.items()}


def _certificates(products: Sequence[Product], on: date) -> dict[int, list[Certificate]]:
    ids, sellers = [product.pk for product in products], {product.seller_id for product in products}
    named = Certificate.products.through.objects.filter(product_id__in=ids).values_list("product_id", "certificate_id")
    of_product = set(named)
    meant = Q(pk__in={certificate_id for _product_id, certificate_id in of_product})
    valid = Certificate.objects.valid_on(on).filter(meant | Q(seller__in=sellers, covers_all_products=True))
    rows = list(valid)
    return {
        product.pk: [
            row
            for row in rows
            if row.seller_id == product.seller_id and (row.covers_all_products or (product.pk, row.pk) in of_product)
        ]
        for product in products
    }
