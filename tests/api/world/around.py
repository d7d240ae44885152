"""What stands around the trade: pages and menus, a fair, imports."""

from typing import Any

from catalog.products.bulk_import.preview import preview_import
from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import as preview_translations
from i18n.glossary.terms import TermFields, create_term
from i18n.units.sources import Narrowing
from marketplace.content.menus import add_item, create_menu
from marketplace.content.pages import create_page
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.models import Expo
from tests.api.world.workbooks import workbook
from tests.cast import Cast, House
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall


def content() -> dict[str, Any]:
    """A page that is shown, one that isn't, and a menu that leads to both."""
    shown = create_page(title="Delivery", content="<p>How.</p>", is_published=True)
    hidden = create_page(title="Bản nháp")
    menu = create_menu(name="Footer", slug="footer")
    items = [add_item(menu=menu, name=page.title, page=page) for page in (shown, hidden)]
    return {"page": shown, "hidden_page": hidden, "menu": menu, "menu_item": items[0]}


def fair(cast: Cast, facts: dict[str, Any]) -> dict[str, Any]:
    expo = make_expo(slug="hoi-cho")
    hall = make_hall(expo)
    booth = make_booth(hall)
    exhibitor = make_exhibitor(expo, seller=cast.woodworks.seller, email="stand@example.org", tax_code="3700000001")
    assign_booth(booth=booth, exhibitor=exhibitor)
    exhibit = show_product(exhibitor=exhibitor, product=facts["product"])
    hidden: Expo = make_expo(slug="kin", is_published=False)
    hidden_exhibitor = make_exhibitor(hidden, email="kin@example.org")
    assign_booth(booth=make_booth(make_hall(hidden)), exhibitor=hidden_exhibitor)
    return {"expo": expo, "hall": hall, "booth": booth, "free_booth": make_booth(hall, "A02", 10),
            "exhibitor": exhibitor, "exhibit": exhibit,
            "hidden_expo": hidden, "hidden_exhibitor": hidden_exhibitor}  # fmt: skip


def imports(cast: Cast, facts: dict[str, Any]) -> dict[str, Any]:
    products = workbook(
        ("SKU", "Tên sản phẩm", "Giá", "Số lượng"), ("IMP-1", "Ghế mẫu", 120000, 5), ("IMP-2", "", "x", -1)
    )
    exhibitors = workbook(("Tên doanh nghiệp", "Email"), ("Công ty Mẫu", "mau@example.org"), ("", "khong phai"))
    return {
        "product_import": preview_import(
            seller=cast.woodworks.seller, file_name="hang.xlsx", content=products, by=cast.woodworks.owner
        ),
        "other_product_import": preview_import(
            seller=cast.pottery.seller, file_name="gom.xlsx", content=products, by=cast.pottery.owner
        ),
        "exhibitor_import": preview_exhibitors(expo=facts["expo"], content=exhibitors, file_name="ds.xlsx"),
        **_translating(cast.woodworks, "translation_import", "term"),
        **_translating(cast.pottery, "other_translation_import", "other_term"),
    }


def _translating(house: House, name_of_import: str, name_of_term: str) -> dict[str, Any]:
    owner_id = house.seller.pk
    file = export_translations(
        narrowing=Narrowing(owner_id=owner_id), source_language="vi", language="nl", file_format="XLSX", reader="en"
    )
    batch = preview_translations(
        owner_id=owner_id, file_name="back.xlsx", content=file.content, by=f"user:{house.owner.pk}",
        roles=frozenset({"MANAGER", "OWNER"}),
    )  # fmt: skip
    return {
        name_of_import: batch,
        name_of_term: create_term(owner_id=owner_id, fields=TermFields("vi", "Mây tre", "KEEP")),
    }
