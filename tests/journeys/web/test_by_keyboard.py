"""The whole trade by keyboard alone: an order from the front page to its number, and its way out of the workshop."""

import pytest

from orders.lifecycle.order import Order
from tests.factories.accounts import PASSWORD
from tests.frontend.world import World
from tests.journeys import buyer_pages as buyer
from tests.journeys.conftest import NewVisitor
from tests.journeys.steps import work_in_the_background
from tests.journeys.web.conftest import keep_screen
from tests.journeys.web.keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.services, pytest.mark.django_db(transaction=True)]
PASSWORD_FIELD = "[name=password]"


def order(hands: Keyboard, world: World) -> str:
    """From the front page; returns the order's number."""
    page = hands.page
    hands.open(buyer.SHOP)
    hands.write(page.locator("#search"), "ghế")
    hands.enter()
    hands.press(page.locator(".product-card .name a").first)
    hands.write(hands.person.form("add").locator("[name=quantity]"), "4")
    hands.press(hands.person.form("add").locator("button:not([name=action])").last)
    hands.open(f"{buyer.SHOP}basket")
    hands.press(page.locator("main a[href$='/checkout']"))
    form = hands.person.form("deliver_to")
    hands.write(form.locator("[name=email]"), buyer.EMAIL)
    for name, text in {**buyer.UTRECHT, "postalCode": "3511 AB"}.items():
        page.evaluate("document.querySelector('[name=email]').focus()")
        hands.write(form.locator(f"[name={name}]"), text)
    hands.press(form.locator("button:not([name=action])").last)
    form = hands.person.form("choose_delivery")
    hands.choose(form.locator("input[type=radio]").last)
    hands.press(form.locator("button:not([name=action])").last)
    form = hands.person.form("place")
    hands.choose(form.locator("[name=paymentGateway][value=bank_transfer]"))
    hands.tick(form.locator("[name=terms]"))
    hands.press(form.locator("button:not([name=action])").last)
    return buyer.order_number(hands.person)


def sign_in(hands: Keyboard, email: str, password: str) -> None:
    hands.open(f"/{hands.person.language}/eu/sign-in")
    hands.write(hands.page.locator("main [name=email]"), email)
    hands.write(hands.page.locator(PASSWORD_FIELD), password)
    hands.enter()


def test_an_order_is_placed_and_sent_off_without_a_mouse(world: World, visitor: NewVisitor) -> None:
    shop = Keyboard(visitor(language="nl"))
    number = order(shop, world)
    assert Order.objects.get(email=buyer.EMAIL).number == number
    keep_screen(shop.page, "keyboard-order")

    maker = Keyboard(visitor(language="vi"))
    page = maker.page
    sign_in(maker, world.member.email, PASSWORD)
    maker.open(f"/vi/seller/{world.seller.slug}/")
    maker.press(page.locator(".desk-nav a[href$='/orders']").first)
    paid = Order.objects.exclude(number=number).filter(status="UNFULFILLED").first()
    assert paid is not None
    maker.press(page.get_by_role("link", name=paid.number))
    maker.press(maker.person.form("pack").locator("button:not([name=action])").last)
    form = maker.person.form("ship")
    maker.write(form.locator("[name=carrier]"), "Voorbeeld Post")
    maker.write(form.locator("[name=trackingNumber]"), "VB123456785NL")
    maker.press(form.locator("button:not([name=action])").last)
    work_in_the_background()
    assert paid.seller_orders.get().fulfillments.get().shipment.tracking_number == "VB123456785NL"
    keep_screen(page, "keyboard-shipped")
    assert shop.stops + maker.stops > 50
