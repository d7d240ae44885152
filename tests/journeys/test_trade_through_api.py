"""One whole trade through the public API: two makers, a shop in Utrecht, a parcel with a code, a fair.

Every step is a request that any client could send; between them runs the background work, as in an installation.
"""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from i18n.today import today_here
from marketplace.channels.defaults import create_default_channels
from tests.cast import assemble
from tests.factories.accounts import PASSWORD
from tests.factories.orders import make_exchange_rate
from tests.journeys import documents as gql
from tests.journeys.client import ApiClient
from tests.journeys.makers import EXHIBITORS, IMPORTER, WARNINGS, import_products, new_seller, offer, one_product
from tests.journeys.steps import XLSX, work_in_the_background, workbook

UTRECHT = {
    "firstName": "Femke", "lastName": "Proefstra", "companyName": "Winkel Voorbeeld",
    "streetAddress1": "Oudegracht 901",
    "postalCode": "3511 AB", "city": "Utrecht", "country": "NL", "phone": "+31302300101",
}  # fmt: skip
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def operator() -> ApiClient:
    create_default_channels()
    assemble()
    make_exchange_rate()
    person = ApiClient(language="vi")
    person.sign_in("operator@example.org", PASSWORD)
    return person


def test_the_whole_trade(operator: ApiClient) -> None:
    carpenter, carpenter_id = new_seller(operator, "moc@example.org", "Xưởng Mộc Mẫu", "FURNITURE", "3702000006")
    lacquerer, lacquerer_id = new_seller(operator, "son@example.org", "Sơn Mài Mẫu", "LACQUER", "3702000013")
    products = import_products(carpenter, carpenter_id)
    table = products["Bàn ăn gỗ keo"]
    names = {"dutch": "Houten tafel van acacia", "english": "Acacia table"}
    offer(carpenter, carpenter_id, table, **names, price="389.00", warnings=WARNINGS)
    bowl = one_product(lacquerer, lacquerer_id)
    offer(lacquerer, lacquerer_id, bowl, dutch="Lakwerk kom", english="Lacquer bowl", price="34.50")
    approve(operator, [table, bowl])

    shop = ApiClient(language="nl")
    find(shop, "houten tafel", table)
    find(shop, "ban go", table)
    read_safety(shop, table, bowl)
    estimate_costs(shop, table)
    order, token = buy(shop, [(table, 2), (bowl, 3)])
    assert left_in_stock(shop, "houten tafel") == 18

    pay_by_transfer(operator, shop, order, token)
    code = trace_lot(carpenter, table)
    ship(carpenter, carpenter_id, [code])
    ship(lacquerer, lacquerer_id, [])
    follow(shop, order, token)
    scan(code)
    show_at_fair(carpenter_id, lacquerer_id, table)


def approve(operator: ApiClient, products: list[Any]) -> None:
    """Nothing shows before the operator has approved it."""
    work_in_the_background()
    assert ApiClient().run(gql.SEARCH, text="houten tafel")["products"]["totalCount"] == 0
    for product in products:
        approved = operator.run(gql.APPROVE_PRODUCT, id=product["id"])["productApprove"]["product"]
        assert approved["approval"] == "APPROVED"
    work_in_the_background()


def find(shop: ApiClient, text: str, product: Any) -> None:
    found = shop.run(gql.SEARCH, text=text)["products"]["edges"]
    assert [edge["node"]["id"] for edge in found] == [product["id"]]
    name = found[0]["node"]["localized"]["name"]
    assert name == {"text": "Houten tafel van acacia", "isFallback": False, "language": {"code": "NL"}}
    price = found[0]["node"]["defaultVariant"]["pricing"]["price"]["gross"]
    assert (Decimal(str(price["amount"])), price["currency"]) == (Decimal("389"), "EUR")


def read_safety(shop: ApiClient, table: Any, bowl: Any) -> None:
    """Before ordering: the warnings in the reader's language, and who answers for both makers' goods in the Union."""
    seen = [shop.run(gql.READ_SAFETY, id=product["id"])["product"] for product in (table, bowl)]
    assert seen[0]["localized"]["warnings"] == {"text": WARNINGS[1], "isFallback": False}
    assert [product["needsNoWarnings"] for product in seen] == [False, True]
    for product in seen:
        person = product["responsiblePerson"]
        assert (person["name"], person["email"]) == (IMPORTER["name"], IMPORTER["email"])
        assert any("UTRECHT" in line.upper() for line in person["addressLines"])


def estimate_costs(shop: ApiClient, product: Any) -> None:
    lines = [{"variantId": product["defaultVariant"]["id"], "quantity": 2}]
    estimate = shop.run(gql.ESTIMATE, lines=lines)["landedCostEstimate"]
    kinds = {line["kind"] for line in estimate["lines"]}
    assert {"GOODS", "FREIGHT", "DUTY", "TAX"} <= kinds
    assert all(line["basis"] for line in estimate["lines"])
    assert estimate["disclaimer"] and estimate["asOf"] == today_here().isoformat()
    amounts = [Decimal(str(line["amount"]["amount"])) for line in estimate["lines"] if line["amount"]]
    assert sum(amounts) == Decimal(str(estimate["total"]["amount"]))


def buy(shop: ApiClient, wanted: list[tuple[Any, int]]) -> tuple[str, str]:
    """A guest's basket of two makers: address checked, delivery per maker, bank transfer. Returns id and token."""
    lines = [{"variantId": product["defaultVariant"]["id"], "quantity": quantity} for product, quantity in wanted]
    basket = shop.run(gql.CHECKOUT_CREATE, lines=lines)["checkoutCreate"]["checkout"]["id"]
    shop.run(gql.CHECKOUT_EMAIL, id=basket, email="femke@winkel-voorbeeld.example")
    wrong = shop.refused(gql.CHECKOUT_ADDRESS, id=basket, address={**UTRECHT, "postalCode": "ABC"})
    assert "postalCode" in {error["field"] for error in wrong}
    shop.run(gql.CHECKOUT_ADDRESS, id=basket, address=UTRECHT)
    for group in shop.run(gql.CHECKOUT, id=basket)["checkout"]["groups"]:
        method = group["deliveryMethods"][0]["id"]
        shop.run(gql.CHECKOUT_DELIVERY, id=basket, seller=group["seller"]["id"], method=method)
    checkout = shop.run(gql.CHECKOUT, id=basket)["checkout"]
    assert len(checkout["groups"]) == 2 and checkout["landedCost"]["total"]["amount"]
    total = checkout["totalPrice"]["gross"]["amount"]
    changed = shop.refused(gql.CHECKOUT_COMPLETE, id=basket, gateway="bank_transfer", total=total - 1)
    assert [error["code"] for error in changed] == ["PRICE_CHANGED"]
    done = shop.run(gql.CHECKOUT_COMPLETE, id=basket, gateway="bank_transfer", total=total)["checkoutComplete"]
    again = shop.run(gql.CHECKOUT_COMPLETE, id=basket, gateway="bank_transfer", total=total)["checkoutComplete"]
    assert again["order"] == done["order"], "completing twice is completing once"
    return done["order"]["id"], done["orderToken"]


def left_in_stock(shop: ApiClient, text: str) -> int:
    work_in_the_background()
    query = """query($text: String!) {
      products(first: 1, channel: "eu", search: $text) { edges { node { defaultVariant { quantityAvailable } } } }
    }"""
    (edge,) = shop.run(query, text=text)["products"]["edges"]
    return int(edge["node"]["defaultVariant"]["quantityAvailable"])


def pay_by_transfer(operator: ApiClient, shop: ApiClient, order: str, token: str) -> None:
    before = shop.run(gql.ORDER, id=order, token=token)["order"]
    assert before["status"] == "UNPAID" and not before["isPaid"]
    assert before["payment"]["instructions"]["reference"].startswith("RF")
    assert ApiClient().run(gql.ORDER, id=order, token="a-guess")["order"] is None
    assert ApiClient().run(gql.ORDER, id=order, token=None)["order"] is None
    assert pdf(before["proformaUrl"]).startswith(b"%PDF")
    waiting = [edge["node"]["number"] for edge in operator.run(gql.ORDERS_TO_PAY)["orders"]["edges"]]
    assert waiting == [before["number"]]
    operator.run(gql.MARK_AS_PAID, id=order, reference="BANK-2026-77")
    assert shop.run(gql.ORDER, id=order, token=token)["order"]["isPaid"]


def trace_lot(owner: ApiClient, product: Any) -> str:
    lot = owner.run(
        gql.LOT,
        input={
            "variant": product["defaultVariant"]["id"], "number": "L-01", "producedOn": "2026-10-01", "quantity": 20,
            "place": "Phường Thủ Dầu Một", "sourceLanguage": "VI",
        },
    )["lotCreate"]["lot"]["id"]  # fmt: skip
    step = {
        "kind": "HARVESTING", "occurredAt": "2026-09-01T07:30:00+07:00", "place": "Xã Dầu Tiếng",
        "title": "Khai thác gỗ keo", "sourceLanguage": "VI",
    }  # fmt: skip
    made = owner.run(gql.STEP, lot=lot, input=step)["traceStepAdd"]["step"]["id"]
    owner.run(gql.STEP_TRANSLATE, id=made, input={"title": "Acacia gekapt"})
    codes = owner.run(gql.CODES, lot=lot)["traceCodesCreate"]["codes"]
    assert len({code["code"] for code in codes}) == 5
    return str(codes[0]["code"])


def ship(owner: ApiClient, seller: str, codes: list[str]) -> None:
    (edge,) = owner.run(gql.SELLER_ORDERS, seller=seller)["sellerOrders"]["edges"]
    part = edge["node"]
    assert part["status"] == "CONFIRMED"
    owner.run(gql.PACK, id=part["id"])
    dispatch = {"carrier": "Voorbeeld Post", "trackingNumber": "VB123456785NL", "traceCodes": codes}
    shipped = owner.run(gql.SHIP, id=part["id"], input=dispatch)["sellerOrderShip"]["fulfillment"]["shipment"]
    now = datetime.datetime.now(datetime.UTC)
    for status, minutes in (("IN_TRANSIT", 3), ("DELIVERED", 1)):
        moment = (now - datetime.timedelta(minutes=minutes)).isoformat()
        owner.run(gql.TRACK, id=shipped["id"], input={"status": status, "occurredAt": moment, "place": "Utrecht"})
    work_in_the_background()


def follow(shop: ApiClient, order: str, token: str) -> None:
    seen = shop.run(gql.ORDER, id=order, token=token)["order"]
    assert seen["status"] == "DELIVERED"
    parts = seen["sellerOrders"]
    assert sum(Decimal(str(part["total"]["gross"]["amount"])) for part in parts) == Decimal(
        str(seen["total"]["gross"]["amount"])
    )
    names = {line["productName"] for part in parts for line in part["lines"]}
    assert names == {"Houten tafel van acacia", "Lakwerk kom"}
    for part in parts:
        (fulfillment,) = part["fulfillments"]
        papers = {paper["kind"]: paper for paper in fulfillment["shipment"]["documents"]}
        assert set(papers) == {"COMMERCIAL_INVOICE", "PACKING_LIST"}
        assert {paper["language"] for paper in papers.values()} == {"NL"}
        assert all(pdf(paper["url"]).startswith(b"%PDF") for paper in papers.values())


def pdf(url: str) -> bytes:
    response = Client().get("/" + url.split("/", 3)[3])
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    return bytes(response.content)


def scan(code: str) -> None:
    """Nobody is signed in; the story is told in the reader's language."""
    found = ApiClient(language="nl").run(gql.TRACE, code=f" {code[:4].lower()}-{code[4:]} ")["trace"]
    assert found["seller"]["name"] == "Xưởng Mộc Mẫu" and found["lot"]["number"] == "L-01"
    (step,) = found["steps"]
    assert step["localized"]["title"] == {"text": "Acacia gekapt", "isFallback": False}
    assert ApiClient().run(gql.TRACE, code="0000-0000-0000")["trace"] is None


def show_at_fair(carpenter: str, lacquerer: str, product: Any) -> None:
    officer = ApiClient(language="vi")
    officer.sign_in("expo@example.org", PASSWORD)
    expo = officer.run(
        gql.EXPO,
        input={"name": "Hội chợ Mẫu", "startsOn": "2027-03-01", "endsOn": "2027-03-04", "sourceLanguage": "VI"},
    )["expoCreate"]["expo"]
    hall = officer.run(gql.HALL, expo=expo["id"])["hallCreate"]["hall"]["id"]
    booths = officer.run(gql.BOOTHS, hall=hall)["boothsGenerate"]["hall"]["booths"]
    assert len(booths) == 10
    file = ("danh-sach.xlsx", workbook(EXHIBITORS), XLSX)
    batch = officer.upload(gql.EXHIBITORS_PREVIEW, file, expo=expo["id"])["exhibitorImportPreview"]["import"]
    assert batch["accepted"] == 2
    applied = officer.run(gql.EXHIBITORS_APPLY, id=batch["id"])["exhibitorImportApply"]
    assert (applied["created"], applied["unchanged"]) == (2, 0)
    exhibitors = [
        edge["node"] for edge in officer.run(gql.EXPO_EXHIBITORS, slug=expo["slug"])["expo"]["exhibitors"]["edges"]
    ]
    for exhibitor, booth in zip(exhibitors, booths, strict=False):
        (suggestion,) = officer.run(gql.SUGGESTIONS, id=exhibitor["id"])["exhibitorSellerSuggestions"]
        assert suggestion["reason"] == "TAX_CODE" and suggestion["seller"]["id"] in {carpenter, lacquerer}
        officer.run(gql.LINK, id=exhibitor["id"], seller=suggestion["seller"]["id"])
        officer.run(gql.ASSIGN, booth=booth["id"], exhibitor=exhibitor["id"])
        if suggestion["seller"]["id"] == carpenter:
            officer.run(gql.EXHIBIT, exhibitor=exhibitor["id"], product=product["id"])
    assert ApiClient().run(gql.EXPO_EXHIBITORS, slug=expo["slug"])["expo"] is None, "not published yet"
    officer.run(gql.EXPO_PUBLISH, id=expo["id"])
    listed = ApiClient(language="nl").run(gql.EXPO_EXHIBITORS, slug=expo["slug"])["expo"]["exhibitors"]["edges"]
    by_seller = {edge["node"]["seller"]["name"]: edge["node"] for edge in listed}
    assert set(by_seller) == {"Xưởng Mộc Mẫu", "Sơn Mài Mẫu"}
    (exhibit,) = by_seller["Xưởng Mộc Mẫu"]["exhibits"]
    assert exhibit["product"]["localized"]["name"]["text"] == "Houten tafel van acacia"
