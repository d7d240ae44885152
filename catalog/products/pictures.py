"""Add, describe, order and remove a product's pictures. Each change leads an approved product back into review."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.db.models import Max

from catalog.events import PictureAdded
from catalog.products import media_files
from catalog.products.changed import product_changed
from catalog.products.fields import one_line
from catalog.products.media import ProductMedia
from catalog.products.picture import read_picture
from catalog.products.product import Product
from catalog.products.review import review_again
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations, set_translation
from marketplace.accounts.models import User
from marketplace.events.publish import publish

MOST_PICTURES = 20
SUBJECT = "catalog.ProductMedia"


def add_media(*, product: Product, image: bytes, alt: str, by: User | None = None) -> ProductMedia:
    """Add a picture at the end. Files are written first and removed again if the row cannot be. Raises `Refused`."""
    alt = _checked_alt(alt)
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
            publish(PictureAdded(media_id=row.pk))
            _changed(product, by)
    except BaseException:
        media_files.remove(path)
        raise
    return row


def describe_media(*, media: ProductMedia, alt: str, by: User | None = None) -> ProductMedia:
    """Say what the picture shows, in the product's own language. Raises `Refused`."""
    media.alt = _checked_alt(alt)
    with transaction.atomic():
        media.save(update_fields=["alt"])
        _changed(media.product, by)
    return media


def translate_media(*, media: ProductMedia, language: str, alt: str) -> None:
    """Say it in another language; an empty text removes that. Does not lead back into review. Raises `Refused`."""
    if language not in LANGUAGES or language == media.product.source_language:
        message = _("Choose a language of the marketplace other than the product's own.")
        raise Refused(Problem("language_code", "INVALID", message))
    with transaction.atomic():
        set_translation(subject=SUBJECT, object_id=media.pk, language=language, texts={"alt": _checked_alt(alt)})
        product_changed(media.product_id)


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


def _checked_alt(alt: str) -> str:
    alt = one_line(alt)
    if len(alt) > 250:
        message = _("This text is too long: at most %(longest)s characters.")
        raise Refused(Problem("alt", "INVALID", message, {"longest": 250}))
    return alt


def _changed(product: Product, by: User | None) -> None:
    review_again(product=product, by=by)
    product_changed(product.pk)
