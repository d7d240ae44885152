"""What the catalogue is ordered by, at the operator's desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalog.models import Attribute, Category, Product, ProductType
from catalog.products.collections.collection import Collection
from catalog.products.collections.collections import add_products, create_collection, list_collection
from logistics.customs.rules.edition import CustomsEdition
from marketplace.channels.models import Channel
from marketplace.content.menu import Menu
from marketplace.content.menus import add_item, create_menu
from marketplace.content.page import Page
from marketplace.content.pages import create_page, translate_page
from marketplace.graphql import to_global_id
from tests.factories.attributes import make_attribute, make_product_type, value_of
from tests.factories.catalog import make_category, make_image
from tests.factories.customs import make_edition


@dataclass(frozen=True)
class Structure:
    category: Category
    attribute: Attribute
    weight: Attribute
    product_type: ProductType
    collection: Collection
    page: Page
    menu: Menu
    edition: CustomsEdition

    def pages(self) -> Iterator[str]:
        """Below the desk."""
        rows: dict[str, Any] = {
            "categories": self.category,
            "attributes": self.attribute,
            "product-types": self.product_type,
            "collections": self.collection,
        }
        for folder, row in rows.items():
            yield folder
            yield f"{folder}/{to_global_id(type(row).__name__, row.pk)}"
        value = to_global_id("AttributeValue", value_of(self.attribute, "oak").pk)
        yield f"attributes/{to_global_id('Attribute', self.attribute.pk)}/values/{value}"
        yield f"attributes/{to_global_id('Attribute', self.weight.pk)}"
        yield from ("consents", "pages", "menus", f"pages/{to_global_id('Page', self.page.pk)}")
        yield f"menus/{to_global_id('Menu', self.menu.pk)}/preview"
        yield from (
            "customs",
            "customs?country=US&on=2026-09-01",
            f"customs/{to_global_id('CustomsEdition', self.edition.pk)}",
        )
        yield "collections/" + to_global_id("Collection", self.collection.pk) + "?q=b"


def make_structure(channel: Channel, product: Product) -> Structure:
    """A category below another, woods to choose from, a type that asks for them, a collection with a picture."""
    wood = make_attribute(values=("Oak", "Walnut"), name="Wood")
    collection = create_collection(name="Gifts for Tết", description="<p>Picked by hand.</p>", picture=make_image())
    add_products(collection=collection, products=[product])
    list_collection(collection=collection, channel=channel, is_published=True)
    return Structure(
        category=make_category(name="Seats", parent=make_category(name="Furniture")),
        attribute=wood,
        weight=make_attribute("NUMERIC", name="Weight limit"),
        product_type=make_product_type(wood, variant=(make_attribute("BOOLEAN"),)),
        collection=collection,
        page=(page := _page()),
        menu=_menu(page),
        edition=make_edition(),
    )


def _page() -> Page:
    """Published in two languages."""
    page = create_page(title="Return policy", content="<h3>How</h3><p>Write first.</p>", is_published=True)
    translate_page(page=page, language="vi", texts={"title": "Chính sách đổi trả", "content": "<p>Hãy viết trước.</p>"})
    return page


def _menu(page: Page) -> Menu:
    menu = create_menu(name="Footer", slug="footer")
    add_item(menu=menu, name="Returns", page=page)
    add_item(menu=menu, name="Fairs", url="/en/eu/fairs")
    return menu
