"""The pages without scripts, and without a mouse."""

from typing import Any

import pytest

from catalog.models import Product
from orders.lifecycle.order import Order
from tests.frontend.world import World, make_world
from tests.journeys import buyer_pages as buyer
from tests.journeys.browser import Visitor
from tests.journeys.conftest import NewVisitor
from tests.journeys.maker_pages import sign_in
from tests.journeys.steps import work_in_the_background

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(site: str) -> World:
    return make_world()


def test_a_shop_buys_without_scripts(world: World, visitor: NewVisitor) -> None:
    shop = visitor(language="nl", java_script_enabled=False)
    buyer.look_at(shop, "ghế")
    buyer.put_into_basket(shop, 4)
    buyer.fill_in_address(shop)
    buyer.choose_deliveries(shop, world.seller.name)
    buyer.order(shop, gateway="bank_transfer")
    buyer.fetch_proforma(shop)
    assert buyer.payment_reference(shop)


def test_a_maker_works_without_scripts(world: World, visitor: NewVisitor) -> None:
    maker = visitor(language="vi", java_script_enabled=False)
    sign_in(maker, world.member.email)
    maker.open(f"/vi/seller/{world.seller.slug}/products")
    (name,) = maker.page.locator("th[scope=row] a").all_inner_texts()
    assert name.endswith(Product.objects.get().name)


@pytest.mark.services  # long; what each page does without scripts is tested where it is
def test_a_maker_lists_a_product_and_sends_an_order_off_without_scripts(world: World, visitor: NewVisitor) -> None:
    maker = visitor(language="vi", java_script_enabled=False)
    sign_in(maker, world.member.email)
    desk = f"/vi/seller/{world.seller.slug}"
    maker.open(f"{desk}/products/new")
    maker.submit("create", name="Ghế tre", sku="GHE-TRE-01")
    product = Product.objects.get(name="Ghế tre")
    assert product.variants.get().sku == "GHE-TRE-01"
    assert product.approval == "DRAFT"
    paid = Order.objects.filter(status="UNFULFILLED").latest("pk")
    maker.open(f"{desk}/orders")
    maker.follow(maker.page.get_by_role("link", name=paid.number))
    maker.submit("pack")
    maker.submit("ship", carrier="Voorbeeld Post", trackingNumber="VB123456785NL")
    work_in_the_background()
    maker.page.reload()
    assert "VB123456785NL" in maker.text()
    papers = maker.page.locator(".parcel ul a.button").all()
    assert papers and all(maker.fetch(paper.get_attribute("href")).startswith(b"%PDF") for paper in papers)


def test_a_shop_buys_without_a_mouse(world: World, visitor: NewVisitor) -> None:
    """Tab, Enter and letters alone lead from the front page into the basket."""
    shop = visitor(language="nl")
    shop.open(buyer.SHOP)
    shop.page.keyboard.press("Tab")
    assert focused(shop, "className") == "skip"
    shop.page.keyboard.press("Enter")
    assert focused(shop, "id") == "main"
    shop.open(buyer.SHOP)
    tab_to(shop, "element => element.id === 'search'")
    shop.page.keyboard.type("ghế")
    press_enter(shop)
    tab_to(shop, "element => element.closest('.product-card') !== null")
    press_enter(shop)
    tab_to(shop, "element => element.name === 'quantity' && element.closest('.buy') !== null")
    shop.page.keyboard.type("4")
    press_enter(shop)
    assert shop.page.url.endswith("/basket")
    assert shop.page.locator(".lines li").count() == 1


def focused(person: Visitor, name: str) -> Any:
    return person.page.evaluate(f"document.activeElement.{name}")


def tab_to(person: Visitor, is_there: str) -> None:
    """Press Tab until the focus is where it should be."""
    for _stop in range(80):
        person.page.keyboard.press("Tab")
        if person.page.evaluate(f"({is_there})(document.activeElement)"):
            return
    raise AssertionError(f"the keyboard does not reach {is_there}")


def press_enter(person: Visitor) -> None:
    with person.page.expect_navigation() as led:
        person.page.keyboard.press("Enter")
    assert led.value is not None and led.value.status == 200
