"""The tree: eight levels, no cycles, moves with everything below, and questions that cost one query."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from catalog.models import Category
from catalog.products.categories import create_category, delete_category, update_category
from catalog.products.category_tree import below, descendants, lineages, with_descendants
from catalog.products.find_categories import find_categories
from catalog.products.translate_structure import translate_structure
from catalog.refusal import Refused
from marketplace.events.models import OutboxMessage
from tests.factories.catalog import make_category, make_product

pytestmark = pytest.mark.django_db


def chain(length: int, parent: Category | None = None) -> list[Category]:
    made: list[Category] = []
    for number in range(length):
        made.append(create_category(name=f"Level {number}", parent=made[-1] if made else parent))
    return made


def test_a_ninth_level_is_refused_by_the_verb_and_by_the_database() -> None:
    deepest = chain(8)[-1]
    assert deepest.level == 7
    with pytest.raises(Refused) as refusal:
        create_category(name="Ninth", parent=deepest)
    assert refusal.value.problems[0].field == "parent"
    with pytest.raises(IntegrityError), transaction.atomic():
        Category.objects.create(slug="ninth", name="Ninth", parent=deepest)


def test_moving_takes_everything_below_along() -> None:
    home, garden = chain(3), chain(2)
    update_category(category=home[1], parent=garden[1])
    levels = dict(Category.objects.values_list("pk", "level"))
    assert [levels[c.pk] for c in home] == [0, 2, 3]
    update_category(category=home[1], parent=None)
    assert Category.objects.get(pk=home[2].pk).level == 1


def test_a_move_that_would_reach_too_deep_or_make_a_cycle_is_refused_and_changes_nothing() -> None:
    deep, tall = chain(6), chain(3)
    before = list(Category.objects.values_list("pk", "parent_id", "level"))
    for moved, parent in ((tall[0], deep[5]), (deep[0], deep[3]), (deep[0], deep[0])):
        with pytest.raises(Refused):
            update_category(category=moved, parent=parent)
    assert list(Category.objects.values_list("pk", "parent_id", "level")) == before


def test_a_category_in_use_is_not_deleted() -> None:
    top, bottom = chain(2)
    product = make_product(category=bottom)
    for category in (top, bottom):
        with pytest.raises(Refused):
            delete_category(category=category)
    product.category = None
    product.save()
    delete_category(category=bottom)
    delete_category(category=top)
    assert not Category.objects.exists()


def test_slugs_are_made_and_kept_apart() -> None:
    assert [create_category(name="Bàn & Ghế").slug for _number in range(2)] == ["ban-ghe", "ban-ghe-2"]
    with pytest.raises(Refused) as refusal:
        create_category(name="Other", slug="ban-ghe")
    assert refusal.value.problems[0].code == "UNIQUE"


def test_the_tree_answers_with_one_query_each(django_assert_num_queries: Any) -> None:
    home, other = chain(5), chain(2, parent=None)
    with django_assert_num_queries(1):
        assert lineages([home[4].pk, other[1].pk, None]) == {
            home[4].pk: [c.pk for c in reversed(home)],
            other[1].pk: [other[1].pk, other[0].pk],
        }
    with django_assert_num_queries(1):
        assert with_descendants([home[1].pk]) == {c.pk for c in home[1:]}
    with django_assert_num_queries(1):
        assert descendants([home[3].pk, other[0].pk]) == {
            home[3].pk: {home[3].pk, home[4].pk},
            other[0].pk: {c.pk for c in other},
        }
    product = make_product(category=home[4])
    with django_assert_num_queries(1):
        assert list(type(product).objects.filter(category_id__in=below([home[0].pk]))) == [product]
    assert with_descendants([]) == set()


def test_a_renamed_category_tells_the_search_of_the_products_below_it() -> None:
    top, bottom = chain(2)
    product = make_product(category=bottom)
    version = product.search_version
    OutboxMessage.objects.all().delete()
    update_category(category=top, name="Another name")
    translate_structure(row=top, language="vi", texts={"name": "Tên khác"})
    messages = OutboxMessage.objects.filter(name="ProductsChanged")
    assert [message.payload["product_ids"] for message in messages] == [[product.pk], [product.pk]]
    product.refresh_from_db()
    assert product.search_version > version


def test_categories_are_found_by_words_cut_short_and_without_marks() -> None:
    furniture = make_category(name="Furniture")
    chairs = make_category(name="Chairs", parent=furniture)
    office = make_category(name="Office chairs", parent=furniture)
    for row, name in ((furniture, "Đồ gỗ nội thất"), (chairs, "Ghế"), (office, "Ghế văn phòng")):
        translate_structure(row=row, language="vi", texts={"name": name})
    assert find_categories("ghe", language="vi") == [chairs.pk, office.pk]
    assert find_categories("ghe van", language="vi") == [office.pk]
    assert find_categories("go ghe", language="vi") == [chairs.pk, office.pk], "a word may be in the name above"
    assert find_categories("oi that", language="vi") == [], "words are found from their beginning on"
    assert find_categories("CHAIR", language="nl") == [chairs.pk, office.pk], "Dutch readers see English names here"
    assert find_categories("xyz", language="vi") == find_categories("  ", language="vi") == []
