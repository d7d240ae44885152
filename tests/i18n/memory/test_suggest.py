"""The memory offers the owner's own and the marketplace's sentences, and nobody else's."""

import random
from typing import Any

import pytest

from i18n.events import TextsTranslated
from i18n.memory.keys import comparable, keys
from i18n.memory.remember import Sentence, remember, remember_translations
from i18n.memory.segment import MemoryKey, MemorySegment
from i18n.memory.suggest import suggest
from i18n.translate import set_translation
from i18n.units.find import units_at
from i18n.units.unit import Unit, UnitId
from marketplace.events.deliver import deliver_pending
from tests.factories.catalog import make_product
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db
_WORDS = ("ghế bàn tủ gỗ sồi tràm sơn mài men lam thủ công", "xưởng nhỏ lớn đẹp bền chắc phòng khách")
TEXT = "Ghế gỗ sồi tự nhiên, làm thủ công tại xưởng Bình Dương."


def unit_of(product: Any, field: str = "description", language: str = "en") -> Unit:
    id = UnitId("catalog.Product", str(product.pk), field)
    return units_at([id], language, None)[id]


def test_what_a_person_translated_is_offered_for_the_same_and_for_a_similar_sentence() -> None:
    seller = make_seller()
    done = make_product(seller=seller, description=f"{TEXT} Bền đẹp.")
    texts = {"description": "<p>Chair of natural oak, made by hand in Bình Dương. Lasting.</p>"}
    set_translation(subject="catalog.Product", object_id=done.pk, language="en", texts=texts)
    while deliver_pending():
        pass
    same = make_product(seller=seller, description=f"{TEXT} Mới.")
    near = make_product(seller=seller, description=TEXT.replace("Ghế", "Bàn"))
    [[exact], [fuzzy]] = suggest([unit_of(same), unit_of(near)])
    assert (exact.score, exact.is_own) == (1.0, True)
    assert exact.target_text == "Chair of natural oak, made by hand in Bình Dương."
    assert 0.7 <= fuzzy.score < 1 and fuzzy.source_text == TEXT
    assert suggest([unit_of(same, language="nl")]) == [[]]


def test_no_seller_is_ever_shown_anothers_sentences() -> None:
    ours, theirs = make_seller(), make_seller()
    for owner, text in ((theirs.pk, "Theirs."), (0, "The marketplace's.")):
        remember([Sentence(owner, "vi", "en", TEXT, text)])
    product = make_product(seller=ours, description=TEXT)
    [found] = suggest([unit_of(product)])
    assert [(one.target_text, one.is_own) for one in found] == [("The marketplace's.", False)]
    similar = make_product(seller=ours, description=TEXT.replace("sồi", "tràm"))
    [found] = suggest([unit_of(similar)])
    assert {one.target_text for one in found} == {"The marketplace's."}
    # Even a key that two owners shared by chance leads nowhere.
    segment = MemorySegment.objects.get(owner_id=theirs.pk)
    MemoryKey.objects.bulk_create(
        MemoryKey(segment=segment, key=key) for key in keys(comparable(similar.description[3:-4]), ours.pk, "vi", "en")
    )
    assert "Theirs." not in {one.target_text for one in suggest([unit_of(similar)])[0]}


def test_machines_and_outdated_texts_teach_nothing() -> None:
    product = make_product(description=TEXT)
    texts = {"description": "<p>Oak chair.</p>"}
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts=texts, source="MACHINE")
    remember_translations(TextsTranslated("catalog.Product", [str(product.pk)], "en"))
    assert not MemorySegment.objects.exists()
    set_translation(subject="catalog.Product", object_id=product.pk, language="nl", texts=texts)
    product.description = "<p>Khác.</p>"
    product.save()
    remember_translations(TextsTranslated("catalog.Product", [str(product.pk)], "nl"))
    remember_translations(TextsTranslated("nothing.Known", ["1"], "nl"))
    assert not MemorySegment.objects.exists()


def test_a_sentence_is_kept_once_with_its_latest_translation() -> None:
    remember([Sentence(1, "vi", "en", "Bàn trà gỗ.", "Tea table.")])
    remember([Sentence(1, "vi", "en", "bàn  trà GỖ.", "Wooden tea table.")])
    [row] = MemorySegment.objects.all()
    assert row.target_text == "Wooden tea table."
    assert 0 < row.keys.count() <= 10


def test_thousands_of_sentences_are_searched_with_a_handful_of_statements(django_assert_max_num_queries: Any) -> None:
    chance = random.Random(7)  # noqa: S311  # the same texts in every run
    vocabulary = " ".join(_WORDS).split()
    stored = [" ".join(chance.choices(vocabulary, k=9)) + f" {number}." for number in range(3000)]
    seller = make_seller()
    remember(Sentence(seller.pk, "vi", "en", text, f"Sentence {text}") for text in stored)
    asked = [
        make_product(seller=seller, name=text.replace(text.split()[4], "khác"), description="") for text in stored[:5]
    ]
    units = [unit_of(product, "name") for product in asked]
    with django_assert_max_num_queries(4):
        found = suggest(units)
    for text, suggestions in zip(stored[:5], found, strict=True):
        assert text in {one.source_text for one in suggestions}


def test_what_stands_there_already_is_not_offered() -> None:
    seller = make_seller()
    product = make_product(seller=seller, name="Ghế gỗ sồi", description="")
    remember([Sentence(seller.pk, "vi", "en", "Ghế gỗ sồi", "Oak chair")])
    assert [one.target_text for one in suggest([unit_of(product, "name")])[0]] == ["Oak chair"]
    set_translation(subject="catalog.Product", object_id=product.pk, language="en", texts={"name": "Oak chair"})
    assert suggest([unit_of(product, "name")]) == [[]]
