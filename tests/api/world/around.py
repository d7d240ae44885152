"""What stands around the trade: pages and menus, a fair, imports."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import BulkChange
from catalog.products.bulk_import.preview import preview_import
from i18n.exchange.export import export_translations
from i18n.exchange.preview_import import preview_import as preview_translations
from i18n.glossary.terms import TermFields, create_term
from i18n.units.sources import Narrowing
from marketplace.content.drafts import save_draft
from marketplace.content.menus import add_item, create_menu
from marketplace.content.pages import create_page
from marketplace.content.preview import preview_token
from marketplace.expo.booths import assign_booth
from marketplace.expo.exhibitors import show_product
from marketplace.expo.imports.preview import preview_exhibitors
from marketplace.expo.imports.sources import create_source
from marketplace.expo.models import Expo, PlanChange
from marketplace.expo.news.write import NewsDraft, write_news
from marketplace.expo.plan.drawings.preview import preview_drawing
from marketplace.expo.plan.features import FeatureDraft, create_feature
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.expo.plan.set_prices import PriceEntry, set_booth_prices
from tests.api.world.workbooks import workbook
from tests.cast import Cast, House
from tests.factories.expo import make_booth, make_exhibitor, make_expo, make_hall

DRAWING = b"""<svg><g id="booths"><rect data-code="Z1" x="30" y="30" width="3" height="3"/></g></svg>"""


def content() -> dict[str, Any]:
    """A page that is shown, one that isn't, a menu that leads to both, and a draft that nobody has published."""
    shown = create_page(title="Delivery", content="<p>How.</p>", is_published=True)
    save_draft(page=shown, language="en", texts={"content": "<p>How soon.</p>"}, by=None)
    save_draft(page=shown, language="vi", texts={"title": "Giao hàng"}, by=None)
    hidden = create_page(title="Bản nháp")
    menu = create_menu(name="Footer", slug="footer")
    items = [add_item(menu=menu, name=page.title, page=page) for page in (shown, hidden)]
    token = preview_token(shown)[0]
    return {"page": shown, "preview_token": token, "hidden_page": hidden, "menu": menu, "menu_item": items[0]}


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
    place = Rectangle(Decimal(0), Decimal(37), Decimal(60), Decimal(2))
    set_booth_prices(expo=expo, effective_from=date(2026, 1, 1), entries=[PriceEntry("SHELL", "EUR", Decimal(150))])
    return {"expo": expo, "hall": hall, "booth": booth, "free_booth": make_booth(hall, "A02", 10),
            "plan_change": PlanChange.objects.latest("pk"), "booth_price": expo.booth_prices.get(),
            "feature": create_feature(hall=hall, draft=FeatureDraft("AISLE", place, "Lối đi")),
            "plan_import": preview_drawing(hall=hall, content=DRAWING, file_name="so-do.svg"),
            "exhibitor": exhibitor, "exhibit": exhibit,
            "fair_news": write_news(expo=expo, draft=NewsDraft("Giờ dựng gian", "Cổng A."), by=None),
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
        "bulk_change": BulkChange.objects.create(
            seller=cast.woodworks.seller,
            kind="LEAD_TIME",
            fingerprint="0" * 64,
            before={},
            after={},
            made_at=timezone.now(),
        ),
        "exhibitor_import": preview_exhibitors(expo=facts["expo"], content=exhibitors, file_name="ds.xlsx"),
        "exhibitor_source": create_source(name="Hiệp hội Ví Dụ"),
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
