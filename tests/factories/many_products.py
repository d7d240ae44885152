"""A large catalogue in seven languages, the same at every run: rows as sellers make them, written in bulk."""

import random
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db import models

from catalog.models import (
    Category,
    Product,
    ProductApproval,
    ProductChannelListing,
    ProductVariant,
    Stock,
    VariantChannelListing,
    Warehouse,
)
from catalog.products.attributes.assigned import ProductAttributeValue
from catalog.products.attributes.attribute import Attribute, InputType
from catalog.products.attributes.attribute_value import AttributeValue
from i18n.translation import Translation, TranslationSource
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from tests.factories.catalogue_words import KINDS, LANGUAGES, MATERIALS, NAMES, SENTENCES, STYLES
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

SELLERS = 400
_CRAFTS = ("furniture", "lacquer", "ceramics", "textile", "other")
_SYLLABLES = (
    "lan",
    "mor",
    "tia",
    "vel",
    "sor",
    "kim",
    "dua",
    "ren",
    "bao",
    "nim",
    "cay",
    "phu",
    "ruc",
    "tam",
    "hue",
    "zel",
)
_BATCH = 2000


def make_many_products(number: int, *, seed: int = 7, made_by: int = SELLERS) -> None:
    """``number`` approved products of 400 sellers in a tree of 40 categories: all in vn, half in eu, a fifth in jp.

    Each has one variant with price and stock, texts in seven languages, a colour and a width.
    """
    chance = random.Random(seed)  # noqa: S311  # the same at every run
    channels = [make_channel(slug) for slug in ("vn", "eu", "jp")]
    sellers = [make_seller(name=f"Xưởng {_series(chance)}", craft=_CRAFTS[n % len(_CRAFTS)]) for n in range(made_by)]
    warehouses = _created(Warehouse(seller=seller, name="Kho chính") for seller in sellers)
    categories = _categories()
    colours, width = _attributes()
    products = _created(_product(n, chance, sellers, categories) for n in range(number))
    variants = _created(_variant(product, n) for n, product in enumerate(products))
    _created(_translation(product, n, language) for n, product in enumerate(products) for language in LANGUAGES[1:])
    _created(_description(product, n, language) for n, product in enumerate(products) for language in LANGUAGES[1:])
    _created(listing for n, product in enumerate(products) for listing in _listings(product, n, channels))
    _created(price for n, variant in enumerate(variants) for price in _prices(variant, n, channels))
    _created(
        Stock(variant=variant, warehouse=warehouses[sellers.index(variant.seller)], quantity=n % 7)
        for n, variant in enumerate(variants)
    )
    _created(fact for n, product in enumerate(products) for fact in _facts(product, n, colours, width))


def _created(rows: Iterator[Any]) -> list[Any]:
    found: list[Any] = []
    while batch := list(islice(rows, _BATCH)):
        model: type[models.Model] = type(batch[0])
        found += model._default_manager.bulk_create(batch)
    return found


def _series(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 3))).title()


def _categories() -> list[Category]:
    root = Category.objects.create(slug="many", name="Home and craft")
    groups = [Category.objects.create(slug=f"many-{n}", name=f"Group {n}", parent=root) for n in range(9)]
    leaves = [
        Category.objects.create(slug=f"many-kind-{n}", name=kind[1].title(), parent=groups[n % len(groups)])
        for n, kind in enumerate(KINDS)
    ]
    Translation.objects.bulk_create(
        _text("catalog.Category", leaf.pk, "name", language, word)
        for leaf, kind in zip(leaves, KINDS, strict=True)
        for language, word in zip(LANGUAGES, kind, strict=True)
        if language != "en"
    )
    return leaves


def _attributes() -> tuple[list[AttributeValue], Attribute]:
    colour = Attribute.objects.create(slug="many-colour", name="Colour")
    values = [
        AttributeValue.objects.create(attribute=colour, slug=slug, name=slug.title())
        for slug in ("red", "black", "natural", "white", "green", "gold")
    ]
    width = Attribute.objects.create(slug="many-width", name="Width", input_type=InputType.NUMERIC, unit="CM")
    return values, width


def _words(n: int, language: str) -> dict[str, str]:
    place = LANGUAGES.index(language)
    kind, material = KINDS[n % len(KINDS)], MATERIALS[n // len(KINDS) % len(MATERIALS)]
    style = STYLES[n // 7 % len(STYLES)]
    return {"kind": kind[place], "material": material[place], "style": style[place]}


def _name(n: int, language: str) -> str:
    series = _series(random.Random(n))  # noqa: S311  # the same at every run
    return NAMES[language].format(**_words(n, language), series=series)


def _body(n: int, language: str) -> str:
    joint = "" if language in {"zh-Hans", "ja"} else " "
    return joint.join(SENTENCES[language]).format(**_words(n, language))


def _product(n: int, chance: random.Random, sellers: list[Seller], categories: list[Category]) -> Product:
    return Product(
        seller=sellers[chance.randrange(len(sellers))],
        slug=f"many-{n}",
        name=_name(n, "vi"),
        description=f"<p>{_body(n, 'vi')}</p>",
        material=_words(n, "vi")["material"].capitalize(),
        category=categories[n % len(categories)],
        hs_code=("940360", "940169", "691200", "442090", "460219")[n % 5],
        origin_country="VN" if n % 9 else "KH",
        approval=ProductApproval.APPROVED,
        rating=None if n % 3 else Decimal(n % 41 + 10) / 10,
        review_count=0 if n % 3 else n % 50,
    )


def _variant(product: Product, n: int) -> ProductVariant:
    return ProductVariant(
        product=product,
        seller=product.seller,
        sku=f"BD-{n:06d}",
        moq=(1, 10, 50, 100, 500)[n % 5],
        lead_time_days=(None, 5, 14, 30, 45, 90)[n % 6],
    )


def _text(subject: str, pk: int, field: str, language: str, text: str) -> Translation:
    return Translation(
        subject=subject, object_id=str(pk), field=field, language=language, text=text, source=TranslationSource.HUMAN
    )


def _translation(product: Product, n: int, language: str) -> Translation:
    return _text("catalog.Product", product.pk, "name", language, _name(n, language))


def _description(product: Product, n: int, language: str) -> Translation:
    return _text("catalog.Product", product.pk, "description", language, _body(n, language))


def _shown(n: int, channels: list[Channel]) -> list[Channel]:
    return [channel for channel, every in zip(channels, (1, 2, 5), strict=True) if n % every == 0]


def _listings(product: Product, n: int, channels: list[Channel]) -> Iterator[ProductChannelListing]:
    return (ProductChannelListing(product=product, channel=each, is_published=True) for each in _shown(n, channels))


def _prices(variant: ProductVariant, n: int, channels: list[Channel]) -> Iterator[VariantChannelListing]:
    amounts = {"vn": Decimal(50_000 + n * 977 % 9_000_000), "eu": Decimal(n % 400 + 3), "jp": Decimal(n % 60_000 + 500)}
    for each in _shown(n, channels):
        yield VariantChannelListing(
            variant=variant, channel=each, price_amount=amounts[each.slug], currency=each.currency_code
        )


def _facts(
    product: Product, n: int, colours: list[AttributeValue], width: Attribute
) -> Iterator[ProductAttributeValue]:
    value = colours[n % len(colours)]
    yield ProductAttributeValue(product=product, attribute_id=value.attribute_id, value=value)
    yield ProductAttributeValue(product=product, attribute=width, number=Decimal(n % 200 + 5))
