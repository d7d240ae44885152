"""What the demo's products are described by, and what they say: types, attributes, answers, collections."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.create_attribute import create_attribute
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.attributes.translate_answer import translate_answer
from catalog.products.attributes.type_attribute import AttributePlace
from catalog.products.attributes.values import create_value
from catalog.products.collections.collections import add_products, create_collection, list_collection
from catalog.products.product import Product
from catalog.products.product_type import ProductType
from catalog.products.product_types import Assignment, assign_attributes, create_product_type
from catalog.products.translate_structure import translate_structure
from marketplace.channels.models import Channel
from marketplace.demo.world import read

LANGUAGES = ("vi", "nl", "it", "ja", "ko", "zh-Hans")
"""What names after the English one are in."""


def create_types() -> dict[str, ProductType]:
    """Every product type by its slug, with its attributes."""
    world = read("attributes.toml")
    attributes = {entry["slug"]: _attribute(entry) for entry in world["attributes"]}
    return {entry["slug"]: _type(entry, attributes) for entry in world["types"]}


@cache
def _answers() -> dict[str, Any]:
    return read("answers.toml")


def describe(product: Product, key: str, types: Mapping[str, ProductType]) -> None:
    """Give a product that isn't approved yet its type and its answers, and its variants theirs."""
    said = _answers().get(key)
    if said is None:
        return
    product.product_type = types[said["type"]]
    product.save(update_fields=["product_type"])
    set_attributes(target=product, answers=_given(said["product"]))
    if "care" in said:
        care = Attribute.objects.get(slug="care")
        for language, text in said["care"].items():
            translate_answer(target=product, attribute=care, language=language, text=text)
    for variant in product.variants.all():
        answers = said["variants"].get(variant.sku)
        if answers:
            set_attributes(target=variant, answers=_given(answers))


def collect(products: Mapping[str, Product]) -> int:
    """Make the collections; returns how many."""
    channels = {channel.slug: channel for channel in Channel.objects.all()}
    entries = read("collections.toml")["collections"]
    for entry in entries:
        name, *names = entry["names"]
        description, *descriptions = entry["descriptions"]
        made = create_collection(slug=entry["slug"], name=name, description=description)
        for language, own, about in zip(LANGUAGES, names, descriptions, strict=True):
            translate_structure(row=made, language=language, texts={"name": own, "description": about})
        add_products(collection=made, products=[products[key] for key in entry["products"]])
        for slug in entry["channels"]:
            list_collection(collection=made, channel=channels[slug], is_published=True)
    return len(entries)


def _attribute(entry: dict[str, Any]) -> Attribute:
    name, *names = entry["names"]
    bounds = {bound: Decimal(entry[bound]) for bound in ("lowest", "highest") if bound in entry}
    attribute = create_attribute(
        slug=entry["slug"],
        name=name,
        input_type=entry["input_type"],
        unit=entry.get("unit", ""),
        is_variant=entry.get("is_variant", False),
        **bounds,  # type: ignore[arg-type]  # the two bounds, both Decimals
    )
    _name(attribute, names)
    for slug, (english, *others) in entry.get("values", {}).items():
        color = entry.get("colors", {}).get(slug, "")
        value = create_value(attribute=attribute, slug=slug, name=english, swatch_color=color)
        _name(value, others)
    for number in entry.get("numbers", ()):
        create_value(attribute=attribute, slug=str(number), name=str(number))
    return attribute


def _type(entry: dict[str, Any], attributes: Mapping[str, Attribute]) -> ProductType:
    name, *names = entry["names"]
    product_type = create_product_type(slug=entry["slug"], name=name)
    _name(product_type, names)
    chosen_by = entry.get("choose_by", ())
    asked = [Assignment(attributes[slug], AttributePlace.PRODUCT) for slug in entry["product"]]
    asked += [Assignment(attributes[slug], AttributePlace.VARIANT, slug in chosen_by) for slug in entry["variant"]]
    assign_attributes(product_type=product_type, assignments=asked)
    return product_type


def _name(row: Any, names: list[str]) -> None:
    for language, name in zip(LANGUAGES, names, strict=True):
        translate_structure(row=row, language=language, texts={"name": name})


def _given(said: Mapping[str, Any]) -> list[Answer]:
    return [_answer(slug, value) for slug, value in said.items()]


def _answer(slug: str, value: Any) -> Answer:
    if isinstance(value, bool):
        return Answer(slug, boolean=value)
    if isinstance(value, int):
        return Answer(slug, number=Decimal(value))
    return Answer(slug, values=tuple(value)) if isinstance(value, list) else Answer(slug, text=value)
