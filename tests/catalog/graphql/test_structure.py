"""Categories, attributes, types and collections in the API: who may shape them, that a refusal changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import (
    Attribute,
    AttributeValue,
    Category,
    CategoryAttribute,
    Collection,
    CollectionProduct,
    Product,
    ProductAttributeValue,
    ProductType,
    ProductTypeAttribute,
    VariantAttributeValue,
)
from catalog.products.attributes.answer import Answer
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.categories import suggest_attributes
from catalog.products.collections.collections import add_products, create_collection, list_collection
from catalog.products.product_types import Assignment, assign_attributes
from catalog.products.translate_structure import translate_structure
from i18n.translation import Translation
from marketplace.graphql import to_global_id
from tests.cast import Cast
from tests.catalog.graphql.conftest import Ask
from tests.factories.attributes import make_attribute, make_product_type, value_of
from tests.factories.catalog import make_category, make_image, make_product, make_sellable_variant, make_variant
from tests.factories.channels import make_channel


@dataclass
class World:
    category: Category
    wood: Attribute
    care: Attribute
    product_type: ProductType
    collection: Collection
    product: Product
    other: Product
    variant: Any
    channel: Any

    def id(self, row: Any) -> str:
        return to_global_id(type(row).__name__, row.pk)


@pytest.fixture
def world(cast: Cast) -> World:
    wood = make_attribute("DROPDOWN", ("Oak", "Pine"), slug="wood", name="Wood")
    care = make_attribute("PLAIN_TEXT", slug="care", name="Care")
    product_type = make_product_type(wood, care, variant=(make_attribute("DROPDOWN", ("L",), slug="size"),))
    assign_attributes(product_type=product_type, assignments=[Assignment(make_attribute(slug="note"), "VARIANT")])
    product = make_product(seller=cast.woodworks.seller, product_type=product_type)
    set_attributes(target=product, answers=[Answer("care", text="Lau khô")])
    collection = create_collection(name="Gifts")
    other = make_product(seller=cast.pottery.seller)
    add_products(collection=collection, products=[product])
    category = make_category(slug="chairs", name="Chairs")
    return World(
        category, wood, care, product_type, collection, product, other, make_variant(product), make_channel("vn")
    )


Variables = Callable[[World], dict[str, Any]]
OPERATOR: dict[str, tuple[str, Variables]] = {
    "categoryCreate": ("$input: CategoryInput!, $parent: ID", lambda w: {"input": {"name": "New"}, "parent": None}),
    "categoryUpdate": ("$id: ID!, $input: CategoryInput!", lambda w: {"id": w.id(w.category), "input": {"name": "X"}}),
    "categoryDelete": ("$id: ID!", lambda w: {"id": w.id(w.category)}),
    "categoryTranslate": (
        "$id: ID!, $languageCode: LanguageCodeEnum!, $input: TranslationInput!",
        lambda w: {"id": w.id(w.category), "languageCode": "VI", "input": {"name": "Ghế"}},
    ),
    "categoryAttributesUpdate": (
        "$id: ID!, $attributes: [ID!]!",
        lambda w: {"id": w.id(w.category), "attributes": [w.id(w.wood)]},
    ),
    "attributeCreate": (
        "$input: AttributeCreateInput!",
        lambda w: {"input": {"name": "Colour", "inputType": "SWATCH", "values": [{"name": "Red", "value": "#FF0000"}]}},
    ),
    "attributeUpdate": (
        "$id: ID!, $input: AttributeUpdateInput!",
        lambda w: {"id": w.id(w.wood), "input": {"name": "Timber", "addValues": [{"name": "Ash"}]}},
    ),
    "attributeDelete": ("$id: ID!", lambda w: {"id": w.id(w.care)}),
    "attributeTranslate": (
        "$id: ID!, $languageCode: LanguageCodeEnum!, $input: TranslationInput!",
        lambda w: {"id": w.id(w.wood), "languageCode": "VI", "input": {"name": "Gỗ"}},
    ),
    "attributeValueCreate": (
        "$attribute: ID!, $input: AttributeValueCreateInput!",
        lambda w: {"attribute": w.id(w.wood), "input": {"name": "Ash"}},
    ),
    "attributeValueUpdate": (
        "$id: ID!, $input: AttributeValueUpdateInput!",
        lambda w: {"id": w.id(value_of(w.wood, "oak")), "input": {"name": "White oak"}},
    ),
    "attributeValueDelete": ("$id: ID!", lambda w: {"id": w.id(value_of(w.wood, "pine"))}),
    "attributeValueTranslate": (
        "$id: ID!, $languageCode: LanguageCodeEnum!, $input: NameTranslationInput!",
        lambda w: {"id": w.id(value_of(w.wood, "oak")), "languageCode": "VI", "input": {"name": "Sồi"}},
    ),
    "attributeReorderValues": (
        "$attributeId: ID!, $valueIds: [ID!]!",
        lambda w: {"attributeId": w.id(w.wood), "valueIds": [w.id(value_of(w.wood, "pine"))]},
    ),
    "productTypeCreate": ("$input: ProductTypeInput!", lambda w: {"input": {"name": "Shoes", "kind": "MADE_TO_ORDER"}}),
    "productTypeUpdate": (
        "$id: ID!, $input: ProductTypeInput!",
        lambda w: {"id": w.id(w.product_type), "input": {"name": "Boots"}},
    ),
    "productTypeDelete": ("$id: ID!", lambda w: {"id": w.id(w.product_type)}),
    "productTypeTranslate": (
        "$id: ID!, $languageCode: LanguageCodeEnum!, $input: NameTranslationInput!",
        lambda w: {"id": w.id(w.product_type), "languageCode": "VI", "input": {"name": "Giày"}},
    ),
    "productAttributeAssign": (
        "$productTypeId: ID!, $operations: [ProductAttributeAssignInput!]!",
        lambda w: {
            "productTypeId": w.id(w.product_type),
            "operations": [{"id": w.id(make_attribute("BOOLEAN")), "type": "PRODUCT"}],
        },
    ),
    "productAttributeUnassign": (
        "$productTypeId: ID!, $attributeIds: [ID!]!",
        lambda w: {"productTypeId": w.id(w.product_type), "attributeIds": [w.id(w.wood)]},
    ),
    "productTypeReorderAttributes": (
        "$productTypeId: ID!, $attributeIds: [ID!]!",
        lambda w: {"productTypeId": w.id(w.product_type), "attributeIds": [w.id(w.care)]},
    ),
    "collectionCreate": (
        "$input: CollectionCreateInput!",
        lambda w: {"input": {"name": "New", "products": [w.id(w.other)]}},
    ),
    "collectionUpdate": (
        "$id: ID!, $input: CollectionInput!",
        lambda w: {"id": w.id(w.collection), "input": {"description": "<script>x</script>Fine"}},
    ),
    "collectionDelete": ("$id: ID!", lambda w: {"id": w.id(w.collection)}),
    "collectionTranslate": (
        "$id: ID!, $languageCode: LanguageCodeEnum!, $input: TranslationInput!",
        lambda w: {"id": w.id(w.collection), "languageCode": "VI", "input": {"name": "Quà"}},
    ),
    "collectionAddProducts": (
        "$collectionId: ID!, $products: [ID!]!",
        lambda w: {"collectionId": w.id(w.collection), "products": [w.id(w.other)]},
    ),
    "collectionRemoveProducts": (
        "$collectionId: ID!, $products: [ID!]!",
        lambda w: {"collectionId": w.id(w.collection), "products": [w.id(w.product)]},
    ),
    "collectionReorderProducts": (
        "$collectionId: ID!, $productIds: [ID!]!",
        lambda w: {"collectionId": w.id(_with_two(w)), "productIds": [w.id(w.other), w.id(w.product)]},
    ),
    "collectionChannelListingUpdate": (
        "$id: ID!, $input: CollectionChannelListingUpdateInput!",
        lambda w: {
            "id": w.id(w.collection),
            "input": {"addChannels": [{"channelId": w.id(w.channel), "isPublished": True}]},
        },
    ),
}
SELLER: dict[str, tuple[str, Variables]] = {
    "productAttributeTranslate": (
        "$id: ID!, $attribute: ID!, $languageCode: LanguageCodeEnum!, $text: String!",
        lambda w: {"id": w.id(w.product), "attribute": w.id(w.care), "languageCode": "EN", "text": "Wipe dry"},
    ),
    "productVariantAttributeTranslate": (
        "$id: ID!, $attribute: ID!, $languageCode: LanguageCodeEnum!, $text: String!",
        lambda w: {"id": w.id(w.variant), "attribute": w.id(_noted(w)), "languageCode": "EN", "text": "Note"},
    ),
}


def _with_two(world: World) -> Collection:
    add_products(collection=world.collection, products=[world.other])
    return world.collection


def _noted(world: World) -> Attribute:
    note = make_attribute("PLAIN_TEXT", slug="words")
    assign_attributes(product_type=world.product_type, assignments=[Assignment(note, "VARIANT")])
    set_attributes(target=world.variant, answers=[Answer("words", text="Ghi chú")])
    return note


def document(name: str, arguments: str) -> str:
    passed = ", ".join(
        f"{part.split(':')[0].strip()[1:]}: {part.split(':')[0].strip()}" for part in arguments.split(",")
    )
    return f"mutation({arguments}) {{ r: {name}({passed}) {{ errors {{ field code message }} }} }}"


def everything() -> list[Any]:
    models = (
        *(
            Attribute,
            AttributeValue,
            Category,
            CategoryAttribute,
            Collection,
            CollectionProduct,
            ProductType,
            ProductTypeAttribute,
        ),
        *(ProductAttributeValue, VariantAttributeValue, Product),
    )
    listings = Collection.channel_listings.rel.related_model  # type: ignore[attr-defined]  # a reverse descriptor
    rows: list[Any] = [list(model.objects.order_by("pk").values()) for model in (*models, listings)]
    texts = Translation.objects.order_by("pk").values_list("subject", "object_id", "language", "text")
    return [*rows, list(texts)]


@pytest.mark.parametrize("name", OPERATOR)
def test_only_the_operator_shapes_the_catalogue(ask: Ask, cast: Cast, world: World, name: str) -> None:
    arguments, variables = OPERATOR[name]
    given = variables(world)
    before = everything()
    for caller in (None, cast.buyer, cast.pottery.owner, cast.woodworks.owner, cast.expo_officer):
        result = ask(document(name, arguments), by=caller, errors=True, **given)
        code = result.errors[0]["extensions"]["code"]
        assert code == ("UNAUTHENTICATED" if caller is None else "PERMISSION_DENIED"), caller
        assert everything() == before, caller
    result = ask(document(name, arguments), by=cast.operator, **given)
    assert result["r"]["errors"] == []
    assert everything() != before


@pytest.mark.parametrize("name", SELLER)
def test_only_managers_of_the_seller_translate_its_words(ask: Ask, cast: Cast, world: World, name: str) -> None:
    arguments, variables = SELLER[name]
    given = variables(world)
    before = everything()
    for caller in (None, cast.buyer, cast.pottery.owner, cast.woodworks.packer, cast.operator):
        result = ask(document(name, arguments), by=caller, errors=True, **given)
        assert result.errors or result.data["r"]["errors"][0]["code"] == "NOT_FOUND", caller
        assert everything() == before, caller
    assert ask(document(name, arguments), by=cast.woodworks.manager, **given)["r"]["errors"] == []
    assert everything() != before


SET = """mutation($id: ID!, $attributes: [AttributeValueInput!]) {
  productUpdate(id: $id, input: {attributes: $attributes}) { errors { field code index } product {
    attributes { attribute { slug } values { slug numeric boolean plainText richText name file { name contentType }
      localized(languageCode: VI) { name { text isFallback } } } } } } }"""


def test_a_seller_answers_in_saleors_shape(ask: Ask, cast: Cast, world: World) -> None:
    width = make_attribute("NUMERIC", slug="width", unit="CM", external_reference="w")
    folds, chart = make_attribute("BOOLEAN", slug="folds"), make_attribute("FILE", slug="chart")
    story = make_attribute("RICH_TEXT", slug="story")
    asked = [Assignment(each, "PRODUCT") for each in (width, folds, chart, story)]
    assign_attributes(product_type=world.product_type, assignments=asked)
    translate_structure(row=value_of(world.wood, "oak"), language="vi", texts={"name": "Gỗ sồi"})
    answers = [
        {"id": world.id(world.wood), "dropdown": {"id": world.id(value_of(world.wood, "oak"))}},
        {"externalReference": "w", "numeric": "1.25", "unit": "M"},
        {"slug": "folds", "boolean": False},
        {"slug": "chart", "file": SimpleUploadedFile("chart.png", make_image())},
        {"slug": "story", "richText": "<p>Tốt<script>x</script></p>"},
    ]
    by = cast.woodworks.manager
    data = ask(SET, by=by, language="nl", id=world.id(world.product), attributes=answers)["productUpdate"]
    assert data["errors"] == []
    said = {one["attribute"]["slug"]: one["values"] for one in data["product"]["attributes"]}
    assert said["wood"][0]["slug"] == "oak"
    assert said["wood"][0]["localized"]["name"] == {"text": "Gỗ sồi", "isFallback": False}
    assert (said["width"][0]["numeric"], said["width"][0]["name"]) == (125, "125 cm")
    assert (said["folds"][0]["boolean"], said["chart"][0]["file"]["contentType"]) == (False, "image/webp")
    assert said["story"][0]["richText"] == "<p>Tốt</p>"
    assert [one["attribute"]["slug"] for one in data["product"]["attributes"]][:2] == ["wood", "care"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"slug": "wood", "values": ["glass"]}, "NOT_FOUND"),
        ({"slug": "unheard-of", "values": ["x"]}, "NOT_FOUND"),
        ({"id": to_global_id("Attribute", 999999)}, "NOT_FOUND"),
        ({"slug": "wood", "dropdown": {"id": to_global_id("AttributeValue", 999999)}}, "NOT_FOUND"),
        ({"slug": "wood", "numeric": "many"}, "INVALID"),
        ({"slug": "wood", "values": ["oak"] * 51}, "INVALID"),
        ({}, "NOT_FOUND"),
    ],
)
def test_a_wrong_answer_names_its_place_and_changes_nothing(
    ask: Ask, cast: Cast, world: World, answer: dict[str, Any], code: str
) -> None:
    before = everything()
    given = [{"slug": "care", "plainText": "Khác"}, answer]
    data = ask(SET, by=cast.woodworks.owner, id=world.id(world.product), attributes=given)["productUpdate"]
    assert data["errors"] == [{"field": "attributes", "code": code, "index": 1}]
    assert everything() == before


def test_what_may_be_filled_in_is_for_members_and_what_is_said_for_all(ask: Ask, cast: Cast, world: World) -> None:
    query = """query($id: ID!) { product(id: $id) { attributes { attribute { slug } }
      fillableAttributes { required byType attribute { slug choices(first: 1) { totalCount edges { node { name } } } } }
      fillableVariantAttributes { attribute { slug } } } }"""
    make_sellable_variant(product=world.product)
    given = {"id": world.id(world.product)}
    own = ask(query, by=cast.woodworks.packer, **given)["product"]
    assert [each["attribute"]["slug"] for each in own["fillableAttributes"]] == ["wood", "care"]
    choices = own["fillableAttributes"][0]["attribute"]["choices"]
    assert choices == {"totalCount": 2, "edges": [{"node": {"name": "Oak"}}]}
    assert [each["attribute"]["slug"] for each in own["fillableVariantAttributes"]] == ["size", "note"]
    world.product.approval = "APPROVED"
    world.product.save(update_fields=["approval"])
    for caller in (None, cast.buyer, cast.pottery.owner):
        result = ask(query, by=caller, errors=True, **given)
        assert result.data["product"]["fillableAttributes"] is None
        assert [one["attribute"]["slug"] for one in result.data["product"]["attributes"]] == ["wood", "care"]


def test_variants_show_what_they_are_chosen_by(ask: Ask, cast: Cast, world: World) -> None:
    query = """mutation($id: ID!) {
      productVariantUpdate(id: $id, input: {attributes: [{slug: "size", values: ["L"]}]}) {
      errors { code } productVariant { all: attributes { attribute { slug } }
        chosen: attributes(variantSelection: VARIANT_SELECTION) { attribute { slug } values { slug } }
        others: attributes(variantSelection: NOT_VARIANT_SELECTION) { attribute { slug } } } } }"""
    data = ask(query, by=cast.woodworks.owner, id=world.id(world.variant))["productVariantUpdate"]
    shown = data["productVariant"]
    assert shown["chosen"] == [{"attribute": {"slug": "size"}, "values": [{"slug": "l"}]}]
    assert [one["attribute"]["slug"] for one in shown["all"]] == ["size", "note"]
    assert shown["others"] == [{"attribute": {"slug": "note"}}]


def test_a_category_knows_its_place_its_suggestions_and_its_products(ask: Ask, world: World) -> None:
    table = make_category(slug="tables", name="Tables")
    dining = make_category(slug="dining", name="Dining tables", parent=table)
    round_ = make_category(slug="round", name="Round tables", parent=dining, external_reference="fu-1-1")
    suggest_attributes(category=table, attributes=[world.wood])
    products = [make_product(category=category) for category in (table, round_, dining)]
    for product in products[:2]:
        make_sellable_variant(product=product)
    data = ask(
        """{ category(externalReference: "fu-1-1") { level hasChildren ancestors { slug } attributes { slug } }
          root: category(slug: "tables") { hasChildren children(first: 1) { slug
            products(channel: "vn", first: 0) { totalCount } }
            first: products(channel: "vn", first: 1) { totalCount edges { node { slug } cursor } } }
          found: categories(filter: {search: "dini tab"}) { edges { node { slug } } } }"""
    )
    assert data["category"] == {
        "level": 2,
        "hasChildren": False,
        "ancestors": [{"slug": "tables"}, {"slug": "dining"}],
        "attributes": [{"slug": "wood"}],
    }
    root = data["root"]
    assert root["children"] == [{"slug": "dining", "products": {"totalCount": 1}}]
    assert (root["first"]["totalCount"], root["first"]["edges"][0]["node"]["slug"]) == (2, products[1].slug)
    after = root["first"]["edges"][0]["cursor"]
    query = """query($after: String) { category(slug: "tables") {
      products(channel: "vn", first: 5, after: $after) { edges { node { slug } } pageInfo { hasNextPage } } } }"""
    page = ask(query, after=after)["category"]["products"]
    assert page == {"edges": [{"node": {"slug": products[0].slug}}], "pageInfo": {"hasNextPage": False}}
    assert [edge["node"]["slug"] for edge in data["found"]["edges"]] == ["dining", "round"], "best first"


def test_collections_show_in_their_order_what_the_market_shows(ask: Ask, cast: Cast, world: World) -> None:
    first, second = (make_sellable_variant(product=make_product()).product for _number in range(2))
    add_products(collection=world.collection, products=[second, first])
    query = '{ collection(slug: "gifts", channel: "vn") { name products(channel: "vn") { edges { node { slug } } } } }'
    assert ask(query)["collection"] is None, "nothing is shown before it is published"
    list_collection(collection=world.collection, channel=world.channel, is_published=True)
    assert ask(query)["collection"]["products"]["edges"] == [
        {"node": {"slug": second.slug}},
        {"node": {"slug": first.slug}},
    ]
    assert ask("{ collections { edges { node { slug } } } }")["collections"]["edges"] == []
    staff = ask("{ collections { edges { node { slug products { totalCount } } } } }", by=cast.operator)
    assert staff["collections"]["edges"][0]["node"]["products"]["totalCount"] == 3


def test_attributes_and_types_are_found_and_paged(ask: Ask, world: World) -> None:
    data = ask(
        """{ attributes(search: "woo", first: 5) { totalCount edges { node { slug inputType withChoices unitName
              choices(search: "pi") { edges { node { slug attribute { slug } } } } } } }
          numbers: attributes(filter: {inputType: NUMERIC}) { totalCount }
          productTypes(first: 1) { edges { node { productAttributes { slug }
              assignedVariantAttributes { variantSelection attribute { slug } } } } } }"""
    )
    assert data["attributes"]["totalCount"] == 1
    node = data["attributes"]["edges"][0]["node"]
    assert node["choices"]["edges"] == [{"node": {"slug": "pine", "attribute": {"slug": "wood"}}}]
    assert data["numbers"]["totalCount"] == 0
    [edge] = data["productTypes"]["edges"]
    assert edge["node"]["productAttributes"] == [{"slug": "wood"}, {"slug": "care"}]
    assert edge["node"]["assignedVariantAttributes"][0] == {"variantSelection": True, "attribute": {"slug": "size"}}


def test_many_products_cost_no_more_statements_than_one(
    ask: Ask, cast: Cast, world: World, django_assert_max_num_queries: Any
) -> None:
    query = """{ products(filter: {approval: APPROVED}, first: 20) { edges { node {
      attributes { attribute { localized { name { text } } } values { name localized { name { text } } plainText } }
      variants { attributes { values { name } } } } } } }"""
    for _number in range(12):
        product = make_product(seller=cast.woodworks.seller, product_type=world.product_type)
        set_attributes(target=product, answers=[Answer("wood", values=("oak",)), Answer("care", text="Lau khô")])
        set_attributes(target=make_variant(product), answers=[Answer("size", values=("l",))])
    Product.objects.update(approval="APPROVED")
    with django_assert_max_num_queries(22):
        data = ask(query, by=cast.woodworks.owner)
    assert len(data["products"]["edges"]) == 13
