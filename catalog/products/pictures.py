"""Add, describe, order and remove a product's pictures. Each change leads an approved product back into review."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.db.models import Max

from catalog.products import media_files
from catalog.products.changed import product_changed
from catalog.products.fields import one_line
from catalog.products.media import ProductMedia
from catalog.products.picture import read_picture
from catalog.products.product import Product
from catalog.products.review import review_again
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from marketplace.accounts.models import User

MOST_PICTURES = 20
SUBJECT = "catalog.ProductMedia"


def add_media(*, product: Product, image: bytes, alt: str, by: User | None = None) -> ProductMedia:
    """Add a picture at the end. Files are written first and removed again if the row cannot be. Raises `Refused`."""
    alt = one_line(alt)
    if len(alt) > 250:
        raise Refused(
            Problem("alt", "INVALID", _("This text is too long: at most %(longest)s characters."), {"longest": 250})
        )
    if product.media.count() >= MOST_PICTURES:
        raise Refused(
            Problem("image", "INVALID", _("A product has at most %(most)s pictures."), {"most": MOST_PICTURES})
        )
    picture = read_picture(image)
    path = media_files.store(picture)
    try:
        with transaction.atomic():
            last = product.media.aggregate(last=Max("sort_order"))["last"]
            row = ProductMedia.objects.create(
                product=product,
                image=path,
                alt=alt,
                width=picture.width,
                height=picture.height,
                sort_order=0 if last is None else last + 1,
            )
            _changed(product, by)
    except BaseException:
        media_files.remove(path)
        raise
    return row


def remove_media(*, media: ProductMedia, by: User | None = None) -> None:
    """Remove a picture; its files go when the transaction has committed."""
    with transaction.atomic():
        remove_translations(subject=SUBJECT, object_ids=[media.pk])
        ProductMedia.objects.filter(pk=media.pk).delete()
        transaction.on_commit(partial(media_files.remove, media.image))
        _changed(media.product, by)


def reorder_media(*, product: Product, media_ids: Sequence[int], by: User | None = None) -> None:
    """Put the pictures in this order, which has to name each of the product's pictures once. Raises `Refused`."""
    with transaction.atomic():
        rows = {row.pk: row for row in product.media.select_for_update().order_by("pk")}
        if sorted(rows) != sorted(media_ids):
            raise Refused(Problem("media_ids", "INVALID", _("Name each of the product's pictures exactly once.")))
        for position, pk in enumerate(media_ids):
            rows[pk].sort_order = position
        ProductMedia.objects.bulk_update(rows.values(), ["sort_order"])
        _changed(product, by)


def _changed(product: Product, by: User | None) -> None:
    review_again(product=product, by=by)
    product_changed(product.pk)
