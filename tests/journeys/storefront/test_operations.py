"""A program written for Saleor's storefront API, run against a live server; and the table that says what it may expect.

`infra/decisions/storefront-operations.md` lists every operation with a verdict, and the test reads it: what works was
run here without an error, what differs exists, what is absent doesn't.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from catalog.products.collections.collections import add_products, create_collection, list_collection
from marketplace.content.menus import add_item, create_menu
from marketplace.content.pages import create_page, translate_page
from marketplace.graphql import to_global_id
from marketplace.schema import schema
from tests.factories.accounts import PASSWORD
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.channels import make_channel
from tests.factories.orders import make_chair, make_exchange_rate
from tests.factories.vouchers import make_voucher
from tests.journeys.steps import token_mailed_to, work_in_the_background
from tests.journeys.storefront import account_documents as account
from tests.journeys.storefront import basket_documents as basket
from tests.journeys.storefront import catalogue_documents as catalogue
from tests.journeys.storefront.client import ShopFront

TABLE = Path(__file__).parents[3] / "infra" / "decisions" / "storefront-operations.md"
pytestmark = pytest.mark.django_db(transaction=True)
EMAIL = "femke@example.org"
HOME = {
    "firstName": "Femke", "lastName": "Proefstra", "streetAddress1": "Oudegracht 901", "postalCode": "3511 AB",
    "city": "Utrecht", "country": "NL", "phone": "+31302300101",
}  # fmt: skip
CARD = {"id": "test_card", "data": {"cardNumber": "4242 4242 4242 4242"}}
DECLINED = {"id": "test_card", "data": {"cardNumber": "4000 0000 0000 0002"}}


@pytest.fixture
def goods(site: str) -> dict[str, Any]:
    """Two makers' chairs in a category and a collection of the European market."""
    channel = make_channel("eu")
    make_exchange_rate()
    category = make_category(slug="chairs", name="Chairs")
    variants = [
        make_chair(channel, product=make_product(category=category, name=f"Ghế {name}")) for name in ("Sen", "Tre")
    ]
    for variant in variants:
        make_media(variant.product)
    collection = create_collection(name="Gifts", slug="gifts")
    add_products(collection=collection, products=[variant.product for variant in variants])
    list_collection(collection=collection, channel=channel, is_published=True)
    work_in_the_background()
    return {"variants": variants, "channel": channel}


@pytest.fixture
def front(site: str, goods: dict[str, Any]) -> ShopFront:
    return ShopFront(site)


def lines(*variants: Any, quantity: int = 1) -> list[dict[str, Any]]:
    return [{"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity} for variant in variants]


def ready_basket(front: ShopFront, *variants: Any, email: str = EMAIL) -> dict[str, Any]:
    """Address and delivery chosen, as every front does it."""
    made = front.ask(basket.CREATE, input={"channel": "eu", "email": email, "lines": lines(*variants)})["checkout"]
    front.ask(basket.SHIPPING, id=made["id"], address=HOME, rules={"checkRequiredFields": True}, save=False)
    ways = front.ask(basket.DELIVERIES, id=made["id"])["deliveries"]
    chosen: dict[str, Any] = front.ask(basket.DELIVERY, id=made["id"], method=ways[0]["id"])["checkout"]
    return chosen


def browse(front: ShopFront, goods: dict[str, Any]) -> None:
    spoken = {"channel": "eu", "language": "NL"}
    assert "eu" in [each["slug"] for each in front.ask(catalogue.CHANNELS)]
    assert "NL" in [each["code"] for each in front.ask(catalogue.CHANNEL, slug="eu")["countries"]]
    [edge] = front.ask(catalogue.CATEGORIES, slugs=["chairs"])["edges"]
    department = front.ask(
        catalogue.CATEGORY, slug="chairs", sort={"field": "NAME", "direction": "ASC"},
        where={"category": {"eq": edge["node"]["id"]}}, **spoken,
    )  # fmt: skip
    assert [each["node"]["name"] for each in department["products"]["edges"]] == ["Ghế Sen", "Ghế Tre"]
    assert front.ask(catalogue.COLLECTION, slug="gifts", **spoken)["products"]["totalCount"] == 2
    page = front.ask(catalogue.PRODUCTS, first=1, sort={"field": "NAME", "direction": "ASC"}, **spoken)
    rest = front.ask(
        catalogue.PRODUCTS, first=1, after=page["pageInfo"]["endCursor"], sort={"field": "NAME", "direction": "ASC"},
        **spoken,
    )  # fmt: skip
    shown = [each["node"]["name"] for found in (page, rest) for each in found["edges"]]
    assert (shown, rest["pageInfo"]["hasNextPage"]) == (["Ghế Sen", "Ghế Tre"], False)
    assert front.ask(catalogue.PRODUCTS, filter={"search": "ghe tre"}, **spoken)["totalCount"] == 1
    product = front.ask(catalogue.PRODUCT, slug=page["edges"][0]["node"]["slug"], **spoken)
    assert product["isAvailable"] and product["media"][0]["type"] == "IMAGE"
    variant = product["productVariants"]["edges"][0]["node"]
    found = front.ask(catalogue.VARIANT, id=variant["id"], channel="eu")
    assert found["pricing"]["price"]["gross"]["amount"] == variant["pricing"]["price"]["gross"]["amount"] == 120


def read_pages(front: ShopFront) -> None:
    page = create_page(title="Privacy policy", slug="privacy", content="<p onclick=x>Short.</p>", is_published=True)
    create_page(title="Draft", slug="draft")
    translate_page(page=page, language="nl", texts={"title": "Privacybeleid", "content": "Kort."})
    menu = create_menu(name="Footer", slug="footer")
    head = add_item(menu=menu, name="Rules")
    add_item(menu=menu, parent=head, name="Privacy", page=page)
    add_item(menu=menu, name="Fairs", url="/en/eu/fairs")
    read = front.ask(catalogue.PAGE, slug="privacy", language="NL")
    assert (read["content"], read["translation"]["title"]) == ("<p>Short.</p>", "Privacybeleid")
    assert front.ask(catalogue.PAGE, slug="draft", language="NL") is None
    found = front.ask(catalogue.PAGES, slugs=["privacy", "draft"], channel="eu")
    assert [edge["node"]["slug"] for edge in found["edges"]] == ["privacy"]
    items = front.ask(catalogue.MENU, slug="footer", channel="eu", language="NL")["items"]
    assert [(item["name"], item["url"]) for item in items] == [("Rules", None), ("Fairs", "/en/eu/fairs")]
    assert items[0]["children"][0]["page"]["slug"] == "privacy"


def fill_a_basket(front: ShopFront, goods: dict[str, Any]) -> None:
    first, second = goods["variants"]
    made = front.ask(basket.CREATE, input={"channel": "eu", "lines": []})["checkout"]
    filled = front.ask(basket.LINES_ADD, id=made["id"], lines=lines(first, second, quantity=2))["checkout"]
    keys = [line["id"] for line in filled["lines"]]
    changed = front.ask(basket.LINES_UPDATE, id=made["id"], lines=[{"lineId": keys[0], "quantity": 3}])["checkout"]
    assert [line["quantity"] for line in changed["lines"]] == [3, 2]
    left = front.ask(basket.LINE_DELETE, token=made["token"], line=keys[0])["checkout"]
    assert [line["id"] for line in left["lines"]] == keys[1:]
    assert front.refused(basket.LINES_DELETE, id=made["id"], lines=[keys[0], keys[1]]) == ["NOT_FOUND"]
    assert len(front.ask(basket.CHECKOUT, id=made["id"])["lines"]) == 1, "all lines or none"
    assert front.ask(basket.LINES_DELETE, id=made["id"], lines=keys[1:])["checkout"]["lines"] == []
    assert front.ask(basket.EMAIL, id=made["id"], email=EMAIL)["checkout"]["email"] == EMAIL
    assert front.refused(basket.LINES_ADD, id=made["id"], lines=lines(first, quantity=101)) == ["INSUFFICIENT_STOCK"]
    assert front.refused(basket.LINE_DELETE, token=None, line=keys[0]) == ["GRAPHQL_ERROR"], "no basket was named"


def buy_as_a_guest(front: ShopFront, goods: dict[str, Any]) -> None:
    chosen = ready_basket(front, *goods["variants"])
    assert chosen["delivery"]["shippingMethod"]["name"] and not chosen["problems"]
    front.ask(basket.BILLING, id=chosen["id"], address={**HOME, "companyName": "Winkel Voorbeeld"})
    kept = front.ask(basket.KEEP, id=chosen["id"], input=[{"key": "campaign", "value": "tet"}])["item"]
    assert kept["metadata"] == [{"key": "campaign", "value": "tet"}]
    offered = [each["id"] for each in front.ask(basket.GATEWAYS, id=chosen["id"])["gatewayConfigs"]]
    assert {"test_card", "bank_transfer"} <= set(offered)
    assert front.refused(basket.COMPLETE, id=chosen["id"]) == ["CHECKOUT_NOT_FULLY_PAID"]
    total = chosen["totalPrice"]["gross"]["amount"]
    assert front.refused(basket.PAY, id=chosen["id"], gateway=CARD, amount=total - 1) == ["PRICE_CHANGED"]
    failed = front.ask(basket.PAY, id=chosen["id"], action="CHARGE", gateway=DECLINED, amount=total)
    assert failed["transactionEvent"]["type"] == "CHARGE_FAILURE"
    paid = front.ask(basket.PAY, id=chosen["id"], action="CHARGE", gateway=CARD, amount=total)
    again = front.ask(basket.PAY, id=chosen["id"], action="CHARGE", gateway=CARD, amount=total)
    assert paid["transactionEvent"]["type"] == "CHARGE_SUCCESS" and paid["transaction"] == again["transaction"]
    front.ask(basket.PROCESS, id=paid["transaction"]["id"])
    done = front.ask(basket.COMPLETE, id=chosen["id"])
    order = front.ask(basket.ORDER, id=done["order"]["id"], token=done["orderToken"])
    assert (order["isPaid"], order["chargeStatus"], order["paymentStatus"]) == (True, "FULL", "FULLY_CHARGED")
    assert (order["total"]["gross"]["amount"], order["totalBalance"]["amount"]) == (total, 0)
    assert len(order["lines"]) == 2 and order["metadata"] == [{"key": "campaign", "value": "tet"}]
    assert order["billingAddress"]["companyName"] == "Winkel Voorbeeld"
    assert front.ask(basket.ORDER, id=done["order"]["id"]) is None, "a guest's order is not opened by its id alone"


def use_a_voucher(front: ShopFront, goods: dict[str, Any]) -> None:
    make_voucher(code="TET10")
    chosen = ready_basket(front, goods["variants"][0])
    assert front.refused(basket.PROMO_ADD, id=chosen["id"], code="NOPE") == ["VOUCHER_NOT_APPLICABLE"]
    lowered = front.ask(basket.PROMO_ADD, id=chosen["id"], code="TET10")["checkout"]
    assert lowered["voucherCode"] == "TET10" and lowered["discount"]["amount"] > 0
    restored = front.ask(basket.PROMO_REMOVE, id=chosen["id"], code="TET10")["checkout"]
    assert restored["totalPrice"] == chosen["totalPrice"]


def join(front: ShopFront) -> None:
    assert "postalCode" in front.ask(account.RULES, country="NL")["requiredFields"]
    assert front.ask(account.RULES_INLINE)["postalCodeExamples"]
    new = {"email": EMAIL, "password": PASSWORD, "firstName": "Femke", "channel": "eu", "languageCode": "NL"}
    front.ask(account.REGISTER, input={**new, "metadata": [{"key": "newsletter", "value": "no"}]})
    assert front.refused(account.SIGN_IN, email=EMAIL, password=PASSWORD) == ["ACCOUNT_NOT_CONFIRMED"]
    work_in_the_background()
    token = token_mailed_to(EMAIL)
    assert front.refused(account.CONFIRM, email="other@example.org", token=token) == ["INVALID"]
    assert front.ask(account.CONFIRM, email=EMAIL, token=token)["user"]["email"] == EMAIL
    entered = front.ask(account.SIGN_IN, email=EMAIL, password=PASSWORD)
    front.token = front.ask(account.REFRESH, refresh=entered["refreshToken"])["token"]
    changed = front.ask(account.UPDATE, input={"lastName": "Proefstra", "metadata": [{"key": "size", "value": "M"}]})
    assert changed["user"]["lastName"] == "Proefstra"
    assert changed["user"]["metadata"] == [{"key": "newsletter", "value": "no"}, {"key": "size", "value": "M"}]


def manage_addresses(front: ShopFront) -> None:
    home = front.ask(account.ADDRESS_CREATE, address=HOME, type="SHIPPING")["address"]["id"]
    work = front.ask(account.ADDRESS_CREATE, address={**HOME, "companyName": "Winkel"}, type="BILLING")["address"]["id"]
    me = front.ask(account.ME, first=5)
    assert (me["defaultShippingAddress"]["id"], me["defaultBillingAddress"]["id"]) == (home, work)
    changed = front.ask(account.ADDRESS_UPDATE, id=work, address={**HOME, "lastName": "Kantoor"})
    assert changed["address"]["lastName"] == "Kantoor"
    front.ask(account.ADDRESS_DEFAULT, id=work, type="SHIPPING")
    left = front.ask(account.ADDRESS_DELETE, id=work)
    assert left["address"]["id"] == work and [each["id"] for each in left["user"]["addresses"]] == [home]
    assert left["user"]["defaultBillingAddress"] is None and left["user"]["defaultShippingAddress"]["id"] == home


def buy_as_oneself(front: ShopFront, goods: dict[str, Any]) -> None:
    stranger = ShopFront(front.url.removesuffix("/graphql/"))
    made = ready_basket(stranger, goods["variants"][0])
    assert front.ask(basket.ATTACH, id=made["id"])["checkout"]["user"]["id"]
    assert stranger.ask(basket.CHECKOUT, id=made["id"]) is None, "it belongs to an account now"
    front.ask(basket.DETACH, id=made["id"])
    assert stranger.ask(basket.CHECKOUT, id=made["id"])["user"] is None
    front.ask(basket.ATTACH, id=made["id"])
    transfer = front.ask(basket.PAY, id=made["id"], gateway={"id": "bank_transfer"})
    assert transfer["transactionEvent"]["type"] == "CHARGE_REQUEST"
    order = front.ask(basket.COMPLETE, id=made["id"])["order"]
    assert stranger.refused(basket.PROCESS, id=transfer["transaction"]["id"]) == ["NOT_FOUND"]
    front.ask(basket.PAY, id=order["id"], gateway=CARD)
    front.ask(basket.KEEP, id=order["id"], input=[{"key": "gift", "value": "yes"}])
    assert front.ask(basket.FORGET, id=order["id"], keys=["gift"])["item"]["metadata"] == []
    assert stranger.refused(basket.KEEP, id=order["id"], input=[]) == ["NOT_FOUND"]
    assert front.ask(basket.ORDER, id=order["id"])["isPaid"] is True
    [edge] = front.ask(account.ME, first=1)["orders"]["edges"]
    assert edge["node"]["number"] == order["number"] and edge["node"]["paymentStatus"] == "FULLY_CHARGED"


def change_passwords(front: ShopFront, site: str) -> None:
    front.ask(account.CHANGE_PASSWORD, old=PASSWORD, new="ba-con-voi-xanh-2")
    front.ask(account.ASK_RESET, email=EMAIL, channel="eu", back=f"{site}/en/eu/set-password")
    work_in_the_background()
    new = {"token": token_mailed_to(EMAIL), "password": "bon-con-voi-xanh-3"}
    assert front.refused(account.SET_PASSWORD, email="other@example.org", **new) == ["INVALID"]
    front.ask(account.SET_PASSWORD, email=EMAIL, **new)
    front.token = front.ask(account.SIGN_IN, email=EMAIL, password=new["password"])["token"]


def leave(front: ShopFront, site: str) -> None:
    assert front.refused(account.ASK_DELETION, back="https://elsewhere.example/") == ["INVALID"]
    front.ask(account.ASK_DELETION, back=f"{site}/en/eu/account", channel="eu")
    work_in_the_background()
    token = token_mailed_to(EMAIL)
    assert front.ask(account.ME, first=1)["email"] == EMAIL, "nothing is erased before the link is used"
    assert ShopFront(site).denied(account.DELETE, token=token) == ["UNAUTHENTICATED"]
    assert front.refused(account.DELETE, token=token) == ["NOT_POSSIBLE_NOW"], "an order is under way"
    [edge] = front.ask(account.ME, first=1)["orders"]["edges"]
    assert ShopFront(site).refused(account.CANCEL, id=edge["node"]["id"]) == ["NOT_FOUND"]
    front.ask(account.CANCEL, id=edge["node"]["id"])
    work_in_the_background()
    assert front.ask(account.DELETE, token=token)["kept"]
    assert front.ask(account.ME, first=1) is None


def verdicts_of_the_table() -> dict[str, str]:
    return dict(re.findall(r"^\| `(\w+)` \| (works|differs|absent) \|", TABLE.read_text("utf-8"), re.MULTILINE))


def test_every_operation_does_what_the_table_says(front: ShopFront, goods: dict[str, Any], site: str) -> None:
    browse(front, goods)
    read_pages(front)
    fill_a_basket(front, goods)
    buy_as_a_guest(front, goods)
    use_a_voucher(front, goods)
    join(front)
    manage_addresses(front)
    buy_as_oneself(front, goods)
    change_passwords(front, site)
    leave(front, site)
    verdicts = verdicts_of_the_table()
    existing = {*schema.graphql_schema.query_type.fields, *schema.graphql_schema.mutation_type.fields}
    assert {name for name, verdict in verdicts.items() if verdict == "works"} == front.asked
    assert {name for name, verdict in verdicts.items() if verdict == "differs"} <= existing
    assert not {name for name, verdict in verdicts.items() if verdict == "absent"} & existing
