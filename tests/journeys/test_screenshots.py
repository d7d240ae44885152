"""Every kind of page over the demo world as a person sees it, kept as pictures in ``build/screenshots``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from marketplace.demo.load import load
from marketplace.demo.sign_ins import BUYER, EXPO_OFFICER, MAKER, OPERATOR, PASSWORD, SignIn
from orders.lifecycle.order import Order
from tests.journeys.browser import Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.steps import work_in_the_background

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOLDER = Path(__file__).parents[2] / "build" / "screenshots"

SOUND = """() => {
  const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const broken = [...document.images].filter((image) => image.complete && image.naturalWidth === 0);
  return [...(beyond > 0 ? [`sticks out by ${beyond} pixels`] : []), ...broken.map((image) => `broken: ${image.src}`)];
}"""
SHOW_ALL = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  await document.fonts.ready;
}"""


class Photographer:
    """Takes pictures of what one visitor sees, and writes down what is wrong with a page."""

    def __init__(self, visitor: Visitor, problems: list[str]) -> None:
        self.visitor, self.problems = visitor, problems

    def shoot(self, name: str, path: str = "", *, whole: bool = False) -> None:
        """A picture of the page at `path`, or of where the visitor is."""
        page = self.visitor.open(path) if path else self.visitor.page
        page.evaluate(SHOW_ALL)
        self.problems += [f"{name}: {problem}" for problem in page.evaluate(SOUND)]
        page.screenshot(path=str(FOLDER / f"{name}.png"), full_page=whole)

    def first(self, path: str, links: str) -> str:
        """Where the first of these links of a page leads."""
        self.visitor.open(path)
        return str(self.visitor.page.locator(links).first.get_attribute("href"))

    def sign_in(self, person: SignIn) -> None:
        self.visitor.open(f"/{self.visitor.language}/eu/sign-in")
        self.visitor.submit("enter", email=person.email, password=PASSWORD)


def test_every_kind_of_page_is_sound(visitor: NewVisitor) -> None:
    load(progress=lambda line: None)
    work_in_the_background()
    FOLDER.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []

    def photographer(**options: object) -> Photographer:
        return Photographer(visitor(**options), problems)

    shop(photographer(language="nl"))
    small_and_dark(photographer)
    buyer(photographer(language="nl"))
    code = seller_desk(photographer(language="vi"))
    photographer(language="nl").shoot("trace", code, whole=True)
    operator_desk(photographer(language="vi"))
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


def small_and_dark(photographer: Callable[..., Photographer]) -> None:
    photographer(language="vi", viewport={"width": 390, "height": 844}).shoot("home-telephone", "/vi/eu/")
    photographer(language="nl", color_scheme="dark").shoot("home-dark", "/nl/eu/")


def buyer(person: Photographer) -> None:
    person.sign_in(BUYER)
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
    for page in ("variants", "prices", "pictures", "translations", "approval"):
        maker.shoot(f"seller-product-{page}", f"{product}/{page}", whole=True)
    maker.shoot("seller-product", product, whole=True)
    lot = maker.first(f"{desk}/lots", "th[scope=row] a")
    maker.shoot("seller-lot", lot, whole=True)
    maker.shoot("seller-codes", f"{lot}/codes")
    return maker.first(f"{lot}/codes", ".label a").replace("/vi/", "/nl/", 1)


def operator_desk(operator: Photographer) -> None:
    operator.sign_in(OPERATOR)
    operator.shoot("operator-home", "/vi/operator/")
    for what in ("sellers?status=ALL", "products?approval=ALL", "orders"):
        name = what.partition("?")[0]
        operator.shoot(f"operator-{name}", f"/vi/operator/{what}")
        operator.shoot(f"operator-{name[:-1]}", operator.first(f"/vi/operator/{what}", "th[scope=row] a"), whole=True)


def expo_desk(officer: Photographer) -> None:
    officer.sign_in(EXPO_OFFICER)
    officer.shoot("expo-home", "/vi/expo-desk/")
    fair = officer.first("/vi/expo-desk/", "article h3 a")
    officer.shoot("expo-plan", fair)
    officer.visitor.follow(officer.visitor.page.locator("a.booth.free").first)
    officer.shoot("expo-booth", whole=True)
    officer.shoot("expo-exhibitors", f"{fair}/exhibitors")
    officer.shoot("expo-exhibitor", officer.first(f"{fair}/exhibitors", "th[scope=row] a"), whole=True)
    officer.shoot("expo-imports", f"{fair}/imports")
