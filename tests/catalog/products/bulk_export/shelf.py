"""A rich little catalogue: everything that a column can say, said by somebody."""

from datetime import date
from decimal import Decimal

from catalog.models import (
    Attribute,
    AttributeValue,
    CategoryAttribute,
    Product,
    ProductVariant,
    Stock,
    Warehouse,
)
from catalog.pricing.set_base_price import set_base_price
from catalog.pricing.set_price import set_price
from catalog.products.attributes.answer import Answer
from catalog.products.attributes.set_attributes import set_attributes
from catalog.products.product_type import ProductType
from catalog.products.translate import translate_product
from i18n.translate import set_translation
from marketplace.sellers.models import Seller
from tests.factories.catalog import make_category, make_media, make_product, make_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller


def rich_shelf() -> Seller:
    """A table in two sizes with every field filled, a bare bowl, and a chair written in English."""
    seller = make_seller()
    home, abroad = make_channel("vn"), make_channel("eu")
    first = Warehouse.objects.create(seller=seller, name="Kho chính")
    second = Warehouse.objects.create(seller=seller, name="Kho 2: Bến Cát")
    tables = _categories()
    table = make_product(
        seller=seller, name='=Bàn "tre", ép; 竹 🪑', description="<p>Một<br>hai</p><ul><li>-ba</li></ul>",
        material="+ Tre ép", category=tables, product_type=ProductType.objects.create(slug="tables", name="Tables"),
        species="Bambusa vulgaris", sample_available=True, sample_price_amount=Decimal("12.5"),
        sample_price_currency="USD", customizable=True, private_label=True, is_hazardous=True, un_number="1263",
        restrictions=["TIMBER", "FOOD_CONTACT"], hs_code="94036090",
    )  # fmt: skip
    small = make_variant(
        table, sku="BAN-01", name="nhỏ", gtin="4006381333931", net_weight_g=1125, gross_weight_g=1500, length_mm=623,
        width_mm=400, height_mm=123, units_per_carton=4, carton_gross_weight_g=6500, carton_length_mm=700,
        carton_width_mm=500, carton_height_mm=605, moq=10, order_multiple=5, lead_time_days=20,
    )  # fmt: skip
    large = make_variant(table, sku="-BAN 02", name="lớn")
    set_price(
        variant=small, channel=home, price=Decimal(1_250_000), tiers=[(10, Decimal(1_150_000)), (50, Decimal(900_000))]
    )
    set_price(variant=small, channel=abroad, price=Decimal("79.95"), tiers=[(10, Decimal("70.5"))])
    set_price(variant=large, channel=home, price=Decimal(1_790_000))
    set_base_price(variant=small, price=Decimal("31.4"), currency="USD")
    Stock.objects.create(variant=small, warehouse=first, quantity=0)
    Stock.objects.create(variant=small, warehouse=second, quantity=7)
    translate_product(product=table, language="en", texts={"name": "Bamboo table", "description": "<p>One</p>"})
    translate_product(product=table, language="zh-Hans", texts={"name": "竹桌", "material": "竹"})
    _answer(table, small)
    make_media(table)
    make_variant(make_product(seller=seller, name="'Bát", description="", material="", hs_code=""), sku="=1+1")
    chair = make_product(seller=seller, name="Chair", source_language="en", approval="DRAFT")
    translate_product(product=chair, language="vi", texts={"name": "Ghế"})
    make_variant(chair, sku="00123")
    return seller


def _categories() -> object:
    root = make_category(slug="furniture", name="Furniture")
    other = make_category(slug="garden", name="Garden / Outdoor")
    make_category(slug="garden-tables", name="Tables", parent=other)
    tables = make_category(slug="furniture-tables", name="Tables", parent=root)
    set_translation(subject="catalog.Category", object_id=root.pk, language="vi", texts={"name": "Đồ nội thất"})
    set_translation(subject="catalog.Category", object_id=tables.pk, language="vi", texts={"name": "Bàn"})
    return tables


def _answer(table: Product, small: ProductVariant) -> None:
    category = table.category
    kinds = {
        "colour": ("Colour", "DROPDOWN", {}), "finish": ("Finish | coat", "MULTISELECT", {}),
        "span": ("Span", "NUMERIC", {"unit": "M"}), "folds": ("Folds?", "BOOLEAN", {}),
        "care": ("Care: how", "PLAIN_TEXT", {}), "story": ("Story", "RICH_TEXT", {}), "since": ("Since", "DATE", {}),
        "size": ("Size", "DROPDOWN", {"is_variant": True}),
    }  # fmt: skip
    found = {
        slug: Attribute.objects.create(slug=slug, name=name, input_type=kind, **more)
        for slug, (name, kind, more) in kinds.items()
    }
    for attribute in found.values():
        CategoryAttribute.objects.create(category=category, attribute=attribute)
    for slug, names in {"colour": ["Red", "Blue"], "finish": ["Oiled", "Oil | wax"], "size": ["S", "M"]}.items():
        for name in names:
            AttributeValue.objects.create(
                attribute=found[slug], slug=f"{slug}-{name[:3].lower()}-{len(name)}", name=name
            )
    red = AttributeValue.objects.get(name="Red")
    set_translation(subject="catalog.AttributeValue", object_id=red.pk, language="vi", texts={"name": "Đỏ"})
    set_translation(
        subject="catalog.Attribute", object_id=found["colour"].pk, language="vi", texts={"name": "Màu (sắc)"}
    )
    answers = [
        Answer("colour", values=("Red",)), Answer("finish", values=("Oiled", "Oil | wax")),
        Answer("span", number=Decimal("1.125")), Answer("folds", boolean=False), Answer("care", text="=lau, khô"),
        Answer("story", text="<p>Làng | nghề</p>"), Answer("since", date=date(1998, 4, 30)),
    ]  # fmt: skip
    set_attributes(target=table, answers=answers)
    set_attributes(target=small, answers=[Answer("size", values=("S",))])
    Product.objects.filter(pk=table.pk).update(approval="APPROVED")
