"""A translation is outdated exactly while its original is another one than it was made of."""

import pytest

from catalog.models import Product
from i18n.translate import localize, set_translation
from i18n.translation import Translation
from i18n.translation_state import TranslationState
from tests.factories.catalog import make_product

pytestmark = pytest.mark.django_db


def state(product: Product, language: str = "en") -> TranslationState:
    product.refresh_from_db()
    [texts] = localize(
        subject="catalog.Product", rows=[product], fields=["name"], language=language,
        source_language=lambda row: row.source_language,
    )  # fmt: skip
    assert texts["name"] is not None
    return texts["name"].state


def translate(product: Product, text: str, source: str = "HUMAN") -> None:
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts={"name": text}, source=source)


def test_stale_follows_the_original_however_it_was_changed() -> None:
    product = make_product(name="Ghế")
    assert state(product, "vi") == TranslationState.SOURCE
    translate(product, "Chair")
    assert state(product) == TranslationState.HUMAN
    Product.objects.filter(pk=product.pk).update(name="Ghế mới")
    assert state(product) == TranslationState.STALE
    Product.objects.bulk_update([Product(pk=product.pk, name="Ghế")], ["name"])
    assert state(product) == TranslationState.HUMAN, "changed back, it is right again"


def test_the_same_text_saved_again_keeps_its_state() -> None:
    product = make_product(name="Ghế")
    translate(product, "Chair", "MACHINE")
    translate(product, "Chair")
    assert state(product) == TranslationState.MACHINE, "only a review makes a machine's text a person's"
    Product.objects.filter(pk=product.pk).update(name="Ghế mới")
    translate(product, "Chair")
    assert state(product) == TranslationState.STALE
    translate(product, "New chair")
    assert state(product) == TranslationState.HUMAN


def test_a_changed_text_is_unread_again() -> None:
    product = make_product(name="Ghế")
    translate(product, "Chair")
    Translation.objects.update(reviewed_by="user:1", reviewed_at="2026-01-01T00:00Z")
    assert state(product) == TranslationState.REVIEWED
    translate(product, "Seat")
    assert state(product) == TranslationState.HUMAN
    assert Translation.objects.get().reviewed_at is None


def test_a_translation_of_unknown_origin_is_not_called_outdated() -> None:
    product = make_product(name="Ghế")
    Translation.objects.create(
        subject="catalog.Product", object_id=product.pk, field="name", language="en", text="Chair", source="IMPORTED"
    )
    assert state(product) == TranslationState.IMPORTED
