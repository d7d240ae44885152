"""What a screen reader says of the trade's main pages, and what it is told when something happens on them."""

import pytest
from playwright.sync_api import expect

from frontend.visit import signed_basket
from tests.frontend.world import World
from tests.journeys.browser import REFUSED, Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.maker_pages import sign_in
from tests.journeys.web.hearing import hear, problems

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
WRONG = "not-the-password"


def with_basket(shop: Visitor, basket: str) -> None:
    shop.context.add_cookies([{"name": "basket_eu", "value": signed_basket(basket), "url": shop.site}])


def test_pages_are_read_in_order_with_headings_landmarks_and_names(world: World, visitor: NewVisitor) -> None:
    shop, maker = visitor(language="en"), visitor(language="vi")
    with_basket(shop, world.ready_basket)
    sign_in(maker, world.member.email)
    pages = ["", "products", "products?q=gh%E1%BA%BF", world.addresses["product"], "basket", "checkout", "makers"]
    found = {path: problems(shop.open(f"/en/eu/{path}")) for path in (*pages, world.addresses["seller"])}
    desk = f"/vi/seller/{world.seller.slug}/"
    found |= {path: problems(maker.open(desk + path)) for path in ("", "orders", "products")}
    stumbles = [f"{path}: {one}" for path, wrong in found.items() for one in wrong]
    assert stumbles == [], "\n".join(stumbles)


def test_the_number_of_results_is_announced_after_a_filter(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="en")
    page = shop.open("/en/eu/products")
    announcer = page.locator("#announcer")
    page.evaluate("window.before = document.getElementById('announcer')")
    page.get_by_label("In stock now").check()
    page.wait_for_url("**in_stock=1**")
    expect(announcer).to_contain_text("1 product")
    assert page.evaluate("window.before === document.getElementById('announcer')"), "only one that was there is heard"
    assert any(node.role == "status" and node.properties.get("live") == "polite" for node in hear(page))


def test_what_was_put_into_the_basket_is_announced(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="en")
    shop.open(f"/en/eu/{world.addresses['product']}")
    shop.submit("add", quantity="4")
    expect(shop.page.locator("#announcer")).to_contain_text(shop.says("It is in your basket."))


def test_what_is_wrong_is_heard_first_and_again_at_its_field(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="en")
    shop.open("/en/eu/sign-in")
    assert shop.try_to("enter", email="nobody@example.org", password=WRONG) == REFUSED
    page = shop.page
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    alert = next(node for node in hear(page) if node.role == "alert")
    assert alert.properties.get("live") == "assertive"
    shop.open("/en/eu/register")
    assert shop.try_to("open", email="nobody@example.org", password="short-one", firstName="A", lastName="B") == REFUSED
    field = next(node for node in hear(page) if node.role == "textbox" and node.properties.get("invalid") == "true")
    assert field.name
