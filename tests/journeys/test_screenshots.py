"""Every kind of page over the demo world as a person sees it, kept as pictures in ``build/screenshots``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from marketplace.demo.load import load
from marketplace.demo.sign_ins import BUYER, EXPO_OFFICER, MAKER, OPERATOR
from orders.lifecycle.order import Order
from tests.journeys.conftest import NewVisitor
from tests.journeys.makers import PRODUCTS
from tests.journeys.photographer import FOLDER, Photographer
from tests.journeys.steps import work_in_the_background, workbook

pytestmark = [pytest.mark.pictures, pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_kind_of_page_is_sound(visitor: NewVisitor, tmp_path: Path) -> None:
    load(progress=lambda line: None)
    work_in_the_background()
    FOLDER.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []

    def photographer(**options: object) -> Photographer:
        return Photographer(visitor(**options), problems)

    shop(photographer(language="nl"))
    searches(photographer)
    catalogue(photographer(language="nl"))
    small_and_dark(photographer)
    buyer(photographer(language="nl"))
    maker = photographer(language="vi")
    code = seller_desk(maker)
    seller_catalogue(maker, tmp_path)
    photographer(language="nl").shoot("trace", code, whole=True)
    operator = photographer(language="vi")
    operator_desk(operator)
    operator_catalogue(operator)
    expo_desk(photographer(language="vi"))
    assert problems == []


def shop(guest: Photographer) -> None:
    guest.shoot("home", "/nl/eu/")
    guest.shoot("home-whole", whole=True)
    guest.shoot("listing", "/nl/eu/products?q=son+mai")
    guest.shoot("makers", "/nl/eu/makers")
    guest.shoot("maker", guest.first("/nl/eu/makers", ".seller-card a"))
    guest.shoot("product", guest.first("/nl/eu/products?q=tafel", ".product-card a"))
    guest.shoot("product-whole", whole=True)
    guest.visitor.submit("add")
    guest.visitor.open(guest.first("/nl/eu/products?q=kom", ".product-card a"))
    guest.visitor.submit("add")
    guest.shoot("basket")
    guest.shoot("checkout-address", "/nl/eu/checkout")
    address = {"firstName": "Femke", "lastName": "Proefstra", "streetAddress1": "Oudegracht 901", "city": "Utrecht"}
    guest.visitor.submit("deliver_to", email="femke@winkel.example", postalCode="3511 AB", **address)
    guest.shoot("checkout-delivery", whole=True)
    guest.visitor.submit("choose_delivery")
    guest.shoot("checkout-review", whole=True)
    guest.shoot("fairs", "/nl/eu/fairs")
    guest.shoot("fair", guest.first("/nl/eu/fairs", ".fair-line a"), whole=True)
    guest.shoot("sell", "/nl/eu/sell")
    guest.shoot("ranking", "/nl/eu/ranking")


def searches(photographer: Callable[..., Photographer]) -> None:
    """Searching in three languages, then one choice of the first facet: fewer or as many, and the choice is named."""
    for language, market, words in (("vi", "vn", "son+mai"), ("ja", "jp", "漆"), ("nl", "eu", "lakwerk")):
        guest = photographer(language=language)
        guest.shoot(f"search-{language}", f"/{language}/{market}/products?q={words}", whole=True)
        page = guest.visitor.page
        found = page.locator(".product-card").count()
        assert found, words
        choice = page.locator("fieldset .choice:not(.more-choices *)").first
        promised = int(choice.locator(".tally").inner_text())
        choice.locator("input").check()
        page.locator(".active-filters a").first.wait_for()
        assert page.locator(".product-card").count() == min(promised, found) and "q=" in page.url
        guest.shoot(f"search-{language}-chosen")
    phone = photographer(language="nl", viewport={"width": 360, "height": 800})
    phone.shoot("search-telephone", "/nl/eu/products?q=lakwerk")
    phone.visitor.page.locator("details.filters > summary").click()
    phone.shoot("search-telephone-filters", whole=True)


def catalogue(guest: Photographer) -> None:
    """Ways to a product beside the search: categories, collections, and products side by side."""
    guest.shoot("categories", "/nl/eu/categories")
    guest.shoot("category", guest.first("/nl/eu/categories", ".category-tree h2 a"), whole=True)
    guest.shoot("collections", "/nl/eu/collections")
    guest.shoot("collection", guest.first("/nl/eu/collections", "main a[href*='/collections/']"), whole=True)
    links = guest.visitor.page.locator(".product-card .name a").all()[:2]
    slugs = [str(link.get_attribute("href")).rpartition("/")[2] for link in links]
    guest.shoot("compare", f"/nl/eu/compare?p={slugs[0]}&p={slugs[1]}", whole=True)
    guest.shoot("sizes", "/nl/eu/sizes")


def small_and_dark(photographer: Callable[..., Photographer]) -> None:
    photographer(language="vi", viewport={"width": 390, "height": 844}).shoot("home-telephone", "/vi/eu/")
    photographer(language="nl", color_scheme="dark").shoot("home-dark", "/nl/eu/")


def buyer(person: Photographer) -> None:
    person.sign_in(BUYER)
    person.visitor.open(person.first("/nl/eu/products?q=kom", ".product-card a"))
    person.visitor.submit("keep_favorite")
    person.shoot("favourites", "/nl/eu/favourites")
    assert person.visitor.page.locator(".product-card").count() == 1
    person.shoot("orders", "/nl/eu/orders")
    delivered = Order.objects.filter(user__email=BUYER.email, seller_orders__fulfillments__isnull=False).first()
    assert delivered is not None
    person.visitor.follow(person.visitor.page.get_by_role("link", name=delivered.number))
    person.shoot("order", whole=True)
    for parcel in person.visitor.page.locator(".shipment").all():
        latest = parcel.locator(".timeline .strong").first.inner_text()
        assert latest == parcel.locator(".badge").inner_text(), "what happened last stands first"


def seller_desk(maker: Photographer) -> str:
    """The desk of a maker; returns where the first code of its first lot leads."""
    maker.sign_in(MAKER)
    maker.visitor.open("/vi/seller/")
    desk = maker.visitor.page.url.rstrip("/")
    maker.shoot("seller-today")
    maker.shoot("seller-orders", f"{desk}/orders")
    maker.shoot("seller-order", maker.first(f"{desk}/orders", "th[scope=row] a"), whole=True)
    maker.shoot("seller-products", f"{desk}/products")
    product = maker.first(f"{desk}/products", "th[scope=row] a")
    for page in (
        "variants",
        "prices",
        "pictures",
        "translations",
        "approval",
        "attributes",
        "trade",
        "safety",
        "related",
    ):
        maker.shoot(f"seller-product-{page}", f"{product}/{page}", whole=True)
    maker.shoot("seller-product", product, whole=True)
    lot = maker.first(f"{desk}/lots", "th[scope=row] a")
    maker.shoot("seller-lot", lot, whole=True)
    maker.shoot("seller-codes", f"{lot}/codes")
    return maker.first(f"{lot}/codes", ".label a").replace("/vi/", "/nl/", 1)


def seller_catalogue(maker: Photographer, folder: Path) -> None:
    """What a maker does for all its products at once; the file is looked at, not applied."""
    maker.visitor.open("/vi/seller/")
    desk = maker.visitor.page.url.rstrip("/")
    maker.shoot("seller-certificates", f"{desk}/certificates")
    maker.shoot("seller-certificate", maker.first(f"{desk}/certificates", "th[scope=row] a"))
    maker.shoot("seller-new-certificate", f"{desk}/certificates/new")
    maker.shoot("seller-responsible", f"{desk}/responsible")
    maker.shoot("seller-responsible-person", maker.first(f"{desk}/responsible", "main .card h2 a"))
    maker.shoot("seller-reviews", f"{desk}/reviews")
    maker.shoot("seller-exports", f"{desk}/exports")
    sheet = folder / "san-pham.xlsx"
    sheet.write_bytes(workbook(PRODUCTS))
    maker.shoot("seller-imports", f"{desk}/imports")
    maker.visitor.submit("upload", file=str(sheet))
    maker.shoot("seller-import", whole=True)
    translation_desk(maker, f"{desk}/translations", "seller")


def translation_desk(person: Photographer, desk: str, whose: str) -> None:
    person.shoot(f"{whose}-translations", desk, whole=True)
    person.shoot(f"{whose}-translations-work", person.first(desk, ".coverage th[scope=row] a"), whole=True)
    person.shoot(f"{whose}-translations-glossary", f"{desk}/glossary")


def operator_desk(operator: Photographer) -> None:
    operator.sign_in(OPERATOR)
    operator.shoot("operator-home", "/vi/operator/")
    for what in ("sellers?status=ALL", "products?approval=ALL", "orders"):
        name = what.partition("?")[0]
        operator.shoot(f"operator-{name}", f"/vi/operator/{what}")
        operator.shoot(f"operator-{name[:-1]}", operator.first(f"/vi/operator/{what}", "th[scope=row] a"), whole=True)


def operator_catalogue(operator: Photographer) -> None:
    desk = "/vi/operator"
    for what in ("attributes", "product-types", "collections", "takedowns?status=LIFTED"):
        name = what.partition("?")[0]
        operator.shoot(f"operator-{name}", f"{desk}/{what}")
        operator.shoot(f"operator-{name[:-1]}", operator.first(f"{desk}/{what}", "th[scope=row] a"), whole=True)
    operator.shoot("operator-categories", f"{desk}/categories")
    operator.shoot("operator-categories-below", operator.first(f"{desk}/categories", "th[scope=row] a"))
    operator.shoot("operator-category", operator.first(operator.visitor.page.url, "main a[href*='/categories/']"))
    operator.shoot("operator-new-takedown", f"{desk}/takedowns/new")
    operator.shoot("operator-reviews", f"{desk}/reviews")
    product = operator.first(f"{desk}/products?approval=ALL", "th[scope=row] a")
    operator.shoot("operator-history", f"{product}/history", whole=True)
    translation_desk(operator, f"{desk}/translations", "operator")


def expo_desk(officer: Photographer) -> None:
    officer.sign_in(EXPO_OFFICER)
    officer.shoot("expo-home", "/vi/expo-desk/")
    overview = officer.first("/vi/expo-desk/", "article h3 a")
    officer.shoot("expo-overview", overview)
    fair = overview.removesuffix("/overview")
    officer.shoot("expo-plan", fair)
    officer.visitor.follow(officer.visitor.page.locator("a.booth.free").first)
    officer.shoot("expo-booth", whole=True)
    officer.shoot("expo-exhibitors", f"{fair}/exhibitors")
    officer.shoot("expo-exhibitor", officer.first(f"{fair}/exhibitors", "th[scope=row] a"), whole=True)
    officer.shoot("expo-imports", f"{fair}/imports")
