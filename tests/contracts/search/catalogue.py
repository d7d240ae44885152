"""A shelf of goods that differ in all that can be filtered, counted and sorted by."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import Attribute, AttributeValue, Category, Product
from catalog.products.attributes.assigned import ProductAttributeValue
from catalog.products.certificates.certificate import Certificate
from catalog.products.translate import translate_product
from catalog.search.request import SearchPage, SearchRequest
from catalog.search.search_products import search_products
from marketplace.sellers.models import Seller
from tests.factories.catalog import make_category, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller


@dataclass
class Shelf:
    products: dict[str, Product] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    sellers: dict[str, Seller] = field(default_factory=dict)

    def names(self, page: SearchPage) -> list[str]:
        known = {product.pk: name for name, product in self.products.items()}
        return [known[product_id] for product_id in page.ids]

    def find(self, text: str = "", **more: Any) -> set[str]:
        return set(self.names(search(text, **more)))


def search(text: str = "", **more: Any) -> SearchPage:
    page = search_products(SearchRequest(**{"channel": "vn", "now": timezone.now(), "text": text, **more}))
    assert not page.degraded
    return page


def facet(page: SearchPage, name: str) -> dict[str, int]:
    return {value.value: value.count for each in page.facets if each.name == name for value in each.values}


def fill() -> Shelf:
    shelf = Shelf()
    wood = make_category(name="Wooden goods")
    chairs = make_category(name="Chairs", parent=wood)
    pots = make_category(name="Pots")
    shelf.categories = {"wood": wood, "chairs": chairs, "pots": pots}
    joiner, potter = make_seller(name="Mộc Ví Dụ", craft="furniture"), make_seller(name="Gốm Ví Dụ", craft="ceramics")
    shelf.sellers = {"joiner": joiner, "potter": potter}
    _add(shelf, "chair", joiner, chairs, "Ghế tựa gỗ tràm", "Acacia chair", 150_000, sku="GH-01", moq=1, days=5,
         material="Gỗ tràm", rating="4.50", colour="red", width=45)  # fmt: skip
    _add(shelf, "stool", joiner, chairs, "Ghế đẩu gỗ tràm", "Acacia stool", 90_000, sku="GH-02", moq=10, days=10,
         material="gỗ tràm", rating=None, colour="blue", width=30)  # fmt: skip
    _add(shelf, "table", joiner, wood, "Bàn ăn gỗ sồi", "Oak dining table", 1_500_000, sku="BA-01", moq=5, days=40,
         material="Gỗ sồi", rating="3.90", colour="red", width=160)  # fmt: skip
    _add(shelf, "vase", potter, pots, "Bình gốm men lam", "Blue glazed vase", 400_000, sku="BG-01", moq=60, days=None,
         material="Gốm", rating="5.00", colour="blue", width=20, hs_code="691310", gtin="4006381333931",
         origin_country="KH")  # fmt: skip
    today = timezone.now().date()
    fsc = Certificate.objects.create(
        seller=joiner, scheme="FSC", issuer="Ví Dụ Cert", number="1", valid_from=today - timedelta(days=9)
    )
    fsc.products.set([shelf.products["chair"], shelf.products["table"]])
    return shelf


def _add(
    shelf: Shelf,
    key: str,
    seller: Seller,
    category: Category,
    name: str,
    english: str,
    price: int,
    *,
    sku: str,
    moq: int,
    days: int | None,
    rating: str | None,
    colour: str,
    width: int,
    gtin: str = "",
    **fields: Any,
) -> None:
    product = make_product(seller=seller, category=category, name=name, description="", **fields)
    make_sellable_variant(
        make_channel("vn"), product=product, price=price, sku=sku, gtin=gtin, moq=moq, lead_time_days=days
    )
    translate_product(product=product, language="en", texts={"name": english})
    attribute, _new = Attribute.objects.get_or_create(slug="colour", defaults={"name": "Colour"})
    value, _new = AttributeValue.objects.get_or_create(attribute=attribute, slug=colour, defaults={"name": colour})
    ProductAttributeValue.objects.create(product=product, attribute=attribute, value=value)
    measure, _new = Attribute.objects.get_or_create(
        slug="width", defaults={"name": "Width", "input_type": "NUMERIC", "unit": "CM"}
    )
    ProductAttributeValue.objects.create(product=product, attribute=measure, number=Decimal(width))
    Product.objects.filter(pk=product.pk).update(rating=rating and Decimal(rating), approval="APPROVED")
    shelf.products[key] = product
