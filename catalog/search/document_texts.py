"""The public texts of products by language: their own, and those of what they belong to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.facts import AttributeFact
from catalog.products.category import Category
from catalog.products.description import plain
from catalog.products.product import Product
from catalog.products.variant import ProductVariant
from i18n.translation import Translation

_ByField = dict[str, dict[str, str]]
"""Field, language, text."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands in one language. Empty parts are not written in it."""

    name: str = ""
    extras: tuple[str, ...] = ()
    """Material, variants' names, values of attributes, the seller's name, the category's and those above it."""
    body: str = ""


ProductTexts = dict[str, Texts]
"""By language."""


def read_texts(
    products: Sequence[Product], paths: Mapping[int, list[int]], facts: Mapping[int, list[AttributeFact]]
) -> dict[int, ProductTexts]:
    """Seven queries for any number of products; every product has an entry."""
    around = _Around.read(products, paths, facts)
    return {product.pk: _texts(product, paths[product.pk], facts[product.pk], around) for product in products}


@dataclass(frozen=True, slots=True)
class _Around:
    """Names that many products share, by id and language, and the products' own translations."""

    own: Mapping[int, _ByField]
    sellers: Mapping[int, _ByField]
    categories: Mapping[int, dict[str, str]]
    values: Mapping[tuple[str, str], dict[str, str]]
    variants: Mapping[int, list[str]]

    @classmethod
    def read(
        cls,
        products: Sequence[Product],
        paths: Mapping[int, list[int]],
        facts: Mapping[int, list[AttributeFact]],
    ) -> "_Around":
        variants: dict[int, list[str]] = defaultdict(list)
        named = ProductVariant.objects.current().filter(product__in=[product.pk for product in products])
        for product_id, name in named.exclude(name="").order_by("pk").values_list("product_id", "name"):
            variants[product_id].append(name)
        return cls(
            own=_translations("catalog.Product", [product.pk for product in products]),
            sellers=_translations("sellers.Seller", {product.seller_id for product in products}),
            categories=_category_names({category_id for path in paths.values() for category_id in path}),
            values=_value_names({fact for each in facts.values() for fact in each}),
            variants=variants,
        )


def _texts(product: Product, path: list[int], facts: list[AttributeFact], around: _Around) -> ProductTexts:
    """The row's own texts stand in its source language, whatever a stored translation into that language says."""
    source, own = product.source_language, around.own[product.pk]
    names = {**own["name"], source: product.name}
    bodies = {**own["description"], source: product.description}
    materials = {**own["material"], source: product.material}
    extras: dict[str, list[str]] = defaultdict(list)
    for texts in (materials, *_values(facts, around)):
        _add(extras, texts)
    extras[source] += around.variants.get(product.pk, ())
    _add(extras, {**around.sellers[product.seller_id]["name"], source: product.seller.name})
    for category_id in path:
        _add(extras, around.categories.get(category_id, {}))
    languages = sorted({language for texts in (names, bodies, extras) for language, text in texts.items() if text})
    return {
        language: Texts(names.get(language, ""), tuple(extras[language]), plain(bodies.get(language, "")))
        for language in languages
    }


def _add(extras: dict[str, list[str]], texts: Mapping[str, str]) -> None:
    for language, text in texts.items():
        if text:
            extras[language].append(text)


def _values(facts: Iterable[AttributeFact], around: _Around) -> list[dict[str, str]]:
    keys = [(fact.attribute_slug, fact.value_slug) for fact in facts if fact.value_slug]
    return [around.values[key] for key in keys if key in around.values]


def _translations(subject: str, ids: Collection[int]) -> dict[int, _ByField]:
    found: dict[int, _ByField] = {each: defaultdict(dict) for each in ids}
    rows = Translation.objects.filter(subject=subject, object_id__in=[str(each) for each in ids])
    for object_id, field, language, text in rows.order_by().values_list("object_id", "field", "language", "text"):
        found[int(object_id)][field][language] = text
    return found


def _category_names(ids: set[int]) -> dict[int, dict[str, str]]:
    texts = _translations("catalog.Category", ids)
    rows = Category.objects.filter(pk__in=ids).order_by().values_list("pk", "name")
    return {pk: {**texts[pk]["name"], "en": name} for pk, name in rows}


def _value_names(facts: set[AttributeFact]) -> dict[tuple[str, str], dict[str, str]]:
    """Names of picked values; ``true`` and ``false`` are none, and no number has one."""
    slugs = {fact.value_slug for fact in facts if fact.value_slug}
    rows = list(
        AttributeValue.objects.filter(slug__in=slugs, attribute__slug__in={fact.attribute_slug for fact in facts})
        .order_by()
        .values_list("pk", "attribute__slug", "slug", "name")
    )
    texts = _translations("catalog.AttributeValue", [row[0] for row in rows])
    return {(attribute, slug): {**texts[pk]["name"], "en": name} for pk, attribute, slug, name in rows}
