"""A shop in Utrecht that buys without an account, reading Dutch."""

import re

from i18n.formatting import format_date
from i18n.today import today_here
from tests.journeys.browser import Visitor
from tests.journeys.makers import IMPORTER, WARNINGS

SHOP = "/nl/eu/"
EMAIL = "femke@winkel-voorbeeld.example"
UTRECHT = {
    "firstName": "Femke", "lastName": "Proefstra", "companyName": "Winkel Voorbeeld",
    "streetAddress1": "Oudegracht 901", "city": "Utrecht", "phone": "+31302300101",
}  # fmt: skip


def search(shop: Visitor, words: str) -> list[str]:
    """Type into the box of the front page; the names that are found."""
    shop.open(SHOP)
    shop.page.locator("#search").fill(words)
    with shop.page.expect_navigation():
        shop.page.keyboard.press("Enter")
    return [name.strip() for name in shop.page.locator("#results .product-card .name a").all_inner_texts()]


def look_at(shop: Visitor, words: str) -> None:
    """Search, and open what was found."""
    (name,) = search(shop, words)
    shop.follow(shop.page.get_by_role("link", name=name, exact=True))
    assert shop.text("h1").startswith(name)


def read_costs(shop: Visitor) -> None:
    """The price in euro, and what it costs in Utrecht: called an estimate, of today, each figure with its basis."""
    assert "€\u00a0389,00" in shop.page.locator(".headline").inner_text().replace(" ", "\u00a0")
    assert shop.page.locator("#country").input_value() == "NL"
    shop.page.locator("#postal_code").fill("3511 AB")
    with shop.page.expect_navigation():
        shop.page.locator(".landed-form button").click()
    costs = shop.text(".landed")
    assert shop.page.locator(".landed .badge.gold").inner_text() == shop.says("Estimate")
    assert format_date(today_here(), "nl") in costs
    sums = shop.page.locator(".landed > .sums")
    rows, bases = sums.locator("> dd"), sums.locator("> dt > .basis")
    assert rows.count() >= 5 and all("€" in amount for amount in rows.all_inner_texts())
    assert bases.count() == rows.count() - 1 and all(bases.all_inner_texts())


def read_safety(shop: Visitor) -> None:
    """On the page of the offer: the warnings in Dutch, and who answers for the goods in the Union."""
    safety = shop.text("section[aria-labelledby=safety]")
    assert WARNINGS[1] in safety
    assert IMPORTER["name"] in safety and IMPORTER["email"] in safety and "UTRECHT" in safety.upper()


def put_into_basket(shop: Visitor, quantity: int) -> None:
    shop.submit("add", quantity=str(quantity))
    assert shop.says("It is in your basket.") in shop.text()


def fill_in_address(shop: Visitor) -> None:
    """A postal code that is none comes back at its field."""
    shop.open(f"{SHOP}basket")
    shop.follow(shop.page.locator("main a[href$='/checkout']"))
    shop.refused("deliver_to", email=EMAIL, **UTRECHT, postalCode="ABC")
    assert shop.page.locator("[name=postalCode]").get_attribute("aria-invalid") == "true"
    shop.submit("deliver_to", postalCode="3511 AB", purchaseOrderNumber="WV-17")


def choose_deliveries(shop: Visitor, *makers: str) -> None:
    """Each maker's part has a way of delivery of its own."""
    groups = shop.page.locator("fieldset:has(input[name^=delivery-])")
    assert set(groups.locator("h3").all_inner_texts()) == set(makers)
    for group in groups.all():
        group.locator("input[type=radio]").last.check()
    shop.submit("choose_delivery")


def order(shop: Visitor, *, gateway: str, **payment: str) -> None:
    """Accept the total of the review; the order's page shows the same total."""
    total = shop.page.locator("aside dd.total").inner_text()
    shop.submit("place", paymentGateway=gateway, terms="1", **payment)
    assert shop.page.locator("aside dd.total").inner_text() == total


def pay_by_test_card(shop: Visitor, bowl: str) -> None:
    """A small order by card: marked as a trial without real money; a declined card is said, another one is taken."""
    look_at(shop, bowl)
    put_into_basket(shop, 1)
    shop.open(f"{SHOP}checkout")
    shop.submit("deliver_to", email=EMAIL, **UTRECHT, postalCode="3511 AB")
    shop.submit("choose_delivery")
    choice = shop.page.locator("label:has([value=test_card])")
    assert choice.locator(".badge.warning").inner_text() == shop.says("Test, no real money")
    order(shop, gateway="test_card", cardNumber="4000 0000 0000 0002")
    assert shop.says("The payment has not succeeded") in shop.text()
    shop.submit("pay", cardNumber="4242 4242 4242 4242")
    assert shop.page.locator("aside dt.total").inner_text() == shop.says("Paid")


def order_number(shop: Visitor) -> str:
    found = re.search(r"[A-Z]*[-\d]{4,}", shop.text("h1"))
    assert found is not None, shop.text("h1")
    return found.group(0)


def payment_reference(shop: Visitor) -> str:
    """The reference of the transfer; the account is marked as one to which nobody must pay."""
    assert shop.page.locator(".bank .badge.warning").count() == 1
    found = re.search(r"RF\d[\w ]+", shop.page.locator(".bank dl").inner_text())
    assert found is not None
    return found.group(0).split("\n")[0].strip()


def fetch_proforma(shop: Visitor) -> None:
    link = shop.page.get_by_role("link", name=shop.says("Proforma invoice"))
    assert shop.fetch(link.get_attribute("href")).startswith(b"%PDF")


def has_arrived(shop: Visitor, *, tracking: list[str]) -> None:
    """The order's page, loaded again: every parcel with its number, its way and its papers in Dutch."""
    shop.page.reload()
    parcels = shop.page.locator(".shipment")
    assert parcels.count() == len(tracking)
    assert all(any(number in parcel for parcel in parcels.all_inner_texts()) for number in tracking)
    for parcel in parcels.all():
        assert parcel.locator(".timeline li").count() >= 2 and "Utrecht" in parcel.inner_text()
        papers = parcel.locator("ul a.button").all()
        assert len(papers) == 2
        assert all(shop.fetch(paper.get_attribute("href")).startswith(b"%PDF") for paper in papers)
    assert shop.page.locator(".page-head .badge.success").count() == 1


def scan(reader: Visitor, code: str) -> None:
    """The code of a label, by a telephone that is signed in nowhere, in the language of the telephone."""
    reader.open(f"/t/{code}")
    assert reader.page.url.startswith(f"{reader.site}/nl/t/")
    story = reader.text()
    assert "Acacia gekapt" in story and "Xưởng Mộc Mẫu" in story and "L-01" in story
    assert reader.text("h1") == "Houten tafel van acacia"
