"""Create, change and delete collections, and pick their products."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from catalog.products import media_files
from catalog.products.collections.collection import SUBJECT, Collection, CollectionChannelListing, CollectionProduct
from catalog.products.description import sanitised
from catalog.products.free_slug import free_slug
from catalog.products.picture import read_picture
from catalog.products.product import Product
from catalog.products.put_in_order import put_in_order
from catalog.products.structure_fields import named, text_problems
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from marketplace.channels.models import Channel

MOST_PRODUCTS = 500


class CollectionFields(TypedDict, total=False):
    name: str
    slug: str
    description: str
    image_alt: str
    picture: bytes | None


def create_collection(**fields: Unpack[CollectionFields]) -> Collection:
    """A collection without products, shown nowhere yet. Raises `Refused`."""
    clean = _checked(fields)
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    slug = free_slug(Collection.objects.all(), clean["name"], fields.get("slug", ""))
    return Collection.objects.create(slug=slug, **clean)


def update_collection(*, collection: Collection, **fields: Unpack[CollectionFields]) -> Collection:
    """Change the fields given; a ``picture`` of ``None`` takes it away. Raises `Refused`."""
    clean = _checked(fields)
    if fields.get("slug") and fields["slug"] != collection.slug:
        others = Collection.objects.exclude(pk=collection.pk)
        clean["slug"] = free_slug(others, collection.name, fields["slug"])
    former = collection.image
    with transaction.atomic():
        for name, value in clean.items():
            setattr(collection, name, value)
        collection.save(update_fields=[*clean, "updated_at"])
        if former and former != collection.image:
            transaction.on_commit(lambda: media_files.remove(former))
    return collection


def delete_collection(*, collection: Collection) -> None:
    """Its products stay as they are."""
    image = collection.image
    with transaction.atomic():
        remove_translations(subject=SUBJECT, object_ids=[collection.pk])
        Collection.objects.filter(pk=collection.pk).delete()
        if image:
            transaction.on_commit(lambda: media_files.remove(image))


def add_products(*, collection: Collection, products: Sequence[Product]) -> None:
    """Add products at the end; those that are in it already stay where they are. Raises `Refused`."""
    with transaction.atomic():
        Collection.objects.select_for_update().get(pk=collection.pk)
        last = collection.places.aggregate(last=Max("sort_order"))["last"]
        present = set(collection.places.values_list("product_id", flat=True))
        fresh = [product for product in dict.fromkeys(products) if product.pk not in present]
        if len(present) + len(fresh) > MOST_PRODUCTS:
            message = _("A collection has at most %(most)s products.")
            raise Refused(Problem("products", "INVALID", message, {"most": MOST_PRODUCTS}))
        CollectionProduct.objects.bulk_create(
            CollectionProduct(collection=collection, product=product, sort_order=position)
            for position, product in enumerate(fresh, 0 if last is None else last + 1)
        )


def remove_products(*, collection: Collection, product_ids: Sequence[int]) -> None:
    """Take products out of the collection."""
    collection.places.filter(product_id__in=product_ids).delete()


def reorder_products(*, collection: Collection, product_ids: Sequence[int]) -> None:
    """Put the products named first, in this order; the others follow in theirs. Raises `Refused`."""
    with transaction.atomic():
        put_in_order(collection.places.all(), product_ids, key="product_id", field="product_ids")


def list_collection(
    *, collection: Collection, channel: Channel, is_published: bool, published_at: datetime | None = None
) -> CollectionChannelListing:
    """Show the collection in the channel, from ``published_at`` on, or stop showing it."""
    listing, _created = CollectionChannelListing.objects.update_or_create(
        collection=collection,
        channel=channel,
        defaults={"is_published": is_published, "published_at": published_at},
    )
    return listing


def _checked(fields: CollectionFields) -> dict[str, Any]:
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name not in {"slug", "picture"}}
    named(clean, ("name", "image_alt"))
    if "description" in clean:
        clean["description"] = sanitised(clean["description"])
    refuse_any(text_problems(Collection, clean))
    if "picture" in fields:
        clean["image"] = media_files.store(read_picture(fields["picture"])) if fields["picture"] else ""
    return clean
