"""Facts and shown values: right, and in a constant number of queries."""

from decimal import Decimal
from typing import Any

import pytest

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.facts import AttributeFact, facts_of
from catalog.products.attributes.fillable import fillable_on_products
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.attributes.suggested import suggested_by
from catalog.products.attributes.values_of import values_of_products
from catalog.products.categories import suggest_attributes
from tests.factories.attributes import make_attribute, make_product_type
from tests.factories.catalog import make_category, make_product, make_variant

pytestmark = pytest.mark.django_db


def test_facts_are_of_products_and_their_variants_and_only_what_can_be_filtered(
    django_assert_num_queries: Any,
) -> None:
    wood = make_attribute("MULTISELECT", ("Oak", "Pine"), slug="wood")
    width, folds = make_attribute("NUMERIC", slug="width"), make_attribute("BOOLEAN", slug="folds")
    care, hidden = make_attribute("PLAIN_TEXT", slug="care"), make_attribute(values=("A",), is_filterable=False)
    color = make_attribute("DROPDOWN", ("Red", "Blue"), slug="color")
    of_type = make_product_type(wood, width, folds, care, hidden, variant=(color,))
    products = [make_product(product_type=of_type) for _number in range(3)]
    for product in products[:2]:
        answers = [Answer("wood", values=("pine",)), Answer("width", number=Decimal(80)), Answer("folds", boolean=True)]
        set_attributes(target=product, answers=[*answers, Answer("care", text="x"), Answer(hidden.slug, values=("a",))])
        for value in ("red", "red", "blue"):
            set_attributes(target=make_variant(product), answers=[Answer("color", values=(value,))])
    with django_assert_num_queries(2):
        facts = facts_of([product.pk for product in products])
    expected = {
        AttributeFact("wood", "pine"),
        AttributeFact("width", None, Decimal(80)),
        AttributeFact("folds", "true"),
        AttributeFact("color", "red"),
        AttributeFact("color", "blue"),
    }
    assert [set(facts[product.pk]) for product in products] == [expected, expected, set()]
    assert len(facts[products[0].pk]) == len(expected), "each fact once, although two variants are red"


def test_values_stand_in_the_order_of_the_type_and_others_follow(django_assert_num_queries: Any) -> None:
    first, second, extra = make_attribute("BOOLEAN"), make_attribute("BOOLEAN"), make_attribute("BOOLEAN")
    category = make_category()
    suggest_attributes(category=category, attributes=[extra])
    products = [make_product(product_type=make_product_type(second, first), category=category) for _n in range(3)]
    for product in products:
        answers = [Answer(first.slug, boolean=True), Answer(extra.slug, boolean=False)]
        set_attributes(target=product, answers=answers)
    with django_assert_num_queries(3):
        shown = values_of_products([product.pk for product in products])
    for product in products:
        assert [(s.attribute, len(s.values)) for s in shown[product.pk]] == [(second, 0), (first, 1), (extra, 1)]


def test_a_category_takes_the_nearest_list_above_and_its_own_replaces_it(django_assert_num_queries: Any) -> None:
    color, activity = make_attribute(), make_attribute()
    clothing = make_category()
    shirts, dresses = make_category(parent=clothing), make_category(parent=clothing)
    polo = make_category(parent=shirts)
    suggest_attributes(category=clothing, attributes=[activity, color])
    suggest_attributes(category=dresses, attributes=[color])
    with django_assert_num_queries(2):
        found = suggested_by([polo.pk, dresses.pk, clothing.pk])
    assert found == {polo.pk: [activity, color], dresses.pk: [color], clothing.pk: [activity, color]}
    products = [make_product(category=polo), make_product()]
    with django_assert_num_queries(2):
        fillable = fillable_on_products(products)
    assert [[each.attribute for each in own] for own in fillable] == [[activity, color], []]
