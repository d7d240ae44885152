"""From a request for a quote to the goods, through the public API: a shop in Utrecht bargains with two makers.

RFQ -> offer -> counter-offer -> better offer -> acceptance -> proforma -> deposit -> packing -> balance -> shipped ->
delivered. Every step is a request that any client could send; between them runs the background work.
"""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from catalog.models import ProductVariant, Stock
from marketplace.channels.defaults import create_default_channels
from marketplace.channels.models import Channel
from marketplace.graphql import to_global_id
from orders.allocation.serve_waiting import receive_made
from tests.cast import Cast, assemble
from tests.factories.accounts import PASSWORD
from tests.factories.catalog import make_product
from tests.factories.orders import make_chair, make_exchange_rate
from tests.journeys import quote_documents as gql
from tests.journeys.client import ApiClient
from tests.journeys.steps import work_in_the_background
from tests.posted import posted

pytestmark = pytest.mark.django_db(transaction=True)
UTRECHT = {
    "firstName": "Sanne", "lastName": "Voorbeeld", "companyName": "Winkel Voorbeeld",
    "streetAddress1": "Oudegracht 901",
    "postalCode": "3511 AB", "city": "Utrecht", "country": "NL", "phone": "+31302300101",
}  # fmt: skip


class Story:
    """The people, the goods, and what they have come to so far."""

    def __init__(self) -> None:
        create_default_channels()
        self.cast: Cast = assemble()
        make_exchange_rate()
        seller = self.cast.woodworks.seller
        self.chair: ProductVariant = make_chair(
            Channel.objects.get(slug="eu"), product=make_product(seller=seller), stock=20
        )
        self.shop = signed_in("sanne@example.org", "nl")
        self.maker = signed_in("manager.moc@example.org", "vi")
        self.other_maker = signed_in("manager.gom@example.org", "vi")
        self.operator = signed_in("operator@example.org", "vi")
        self.seller = to_global_id("Seller", seller.pk)
        self.other_seller = to_global_id("Seller", self.cast.pottery.seller.pk)
        self.quote = self.order = ""


def signed_in(email: str, language: str) -> ApiClient:
    person = ApiClient(language=language)
    person.sign_in(email, PASSWORD)
    return person


def amount(value: Any) -> Decimal:
    return Decimal(str(value["amount"]))


def test_from_request_to_delivery() -> None:
    story = Story()
    ask(story)
    first = offer(story, price="110.00")
    assert first["latestVersion"]["number"] == 1
    counter(story, price="95.00")
    talk(story)
    offer(story, price="98.50")
    accept(story)
    pay_the_deposit(story)
    pack_and_be_held_back(story)
    pay_the_balance(story)
    ship_and_deliver(story)
    assert_letters()


def test_papers_are_handed_over_against_the_balance() -> None:
    story = Story()
    ask(story)
    offer(story, price="98.50", needed_for="DOCUMENTS")
    accept(story)
    mark_as_paid(story, "DEP-1")
    part = order_of(story)["sellerOrders"][0]["id"]
    story.maker.run(gql.PACK, id=part)
    assert story.maker.refused(gql.SHIP, id=part)[0]["code"] == "NOT_THERE_YET", "4 chairs are still being made"
    finish_the_chairs(story)
    story.maker.run(gql.SHIP, id=part)
    work_in_the_background()

    shipment = shipment_of(story)
    assert (shipment["documentsWithheld"], shipment["documents"]) == (True, [])
    mark_as_paid(story, "BAL-1")
    shipment = shipment_of(story)
    assert shipment["documentsWithheld"] is False
    assert {paper["kind"] for paper in shipment["documents"]} == {"COMMERCIAL_INVOICE", "PACKING_LIST"}


def ask(story: Story) -> None:
    """Chairs of one maker, and something in words that both may offer; neither hears of the other."""
    sent = story.shop.run(
        gql.REQUEST,
        input={
            "channel": "eu", "sellers": [story.seller, story.other_seller], "incoterm": "FOB", "namedPlace": "Cái Mép",
            "text": "Voor twee winkels", "country": "NL", "wantedBy": day(90),
            "lines": [
                {"variantId": to_global_id("ProductVariant", story.chair.pk), "quantity": 24, "targetPrice": "90.00"},
                {"description": "Kruk naar tekening, 45 cm", "quantity": 10},
            ],
        },
    )["quoteRequestCreate"]["quoteRequest"]  # fmt: skip
    assert [quote["status"] for quote in sent["quotes"]] == ["REQUESTED", "REQUESTED"]
    (seen,) = waiting(story.maker, story.seller)
    (elsewhere,) = waiting(story.other_maker, story.other_seller)
    assert [line["quantity"] for line in seen["request"]["lines"]] == [24, 10]
    assert [line["quantity"] for line in elsewhere["request"]["lines"]] == [10]
    assert seen["availableActions"] == ["OFFER", "DECLINE"]
    assert story.other_maker.run(gql.QUOTE, id=seen["id"])["quote"] is None
    assert story.other_maker.refused(gql.DECLINE, id=seen["id"])[0]["code"] == "NOT_FOUND"
    assert ApiClient()._post_json({"query": gql.QUOTE, "variables": {"id": seen["id"]}})["data"]["quote"] is None
    story.quote = seen["id"]
    story.other_maker.run(gql.DECLINE, id=elsewhere["id"])
    work_in_the_background()


def waiting(maker: ApiClient, seller: str) -> list[Any]:
    return [edge["node"] for edge in maker.run(gql.SELLER_QUOTES, seller=seller)["sellerQuotes"]["edges"]]


def terms(story: Story, price: str, needed_for: str) -> dict[str, Any]:
    found = story.maker.run(
        """query($id: ID!) { quote(id: $id) { request { lines { id description quantity variant { id } } } } }""",
        id=story.quote,
    )["quote"]["request"]["lines"]
    return {
        "lines": [
            {
                "requestLineId": line["id"], "description": line["description"], "quantity": line["quantity"],
                "variantId": line["variant"]["id"] if line["variant"] else None, "unitPrice": price,
            }
            for line in found
        ],
        "validUntil": day(20), "leadTimeDays": 45, "incoterm": "FOB", "namedPlace": "Cái Mép", "freight": "180.00",
        "paymentTerms": {"kind": "DEPOSIT", "depositPercent": "30", "balanceNeededFor": needed_for},
    }  # fmt: skip


def offer(story: Story, *, price: str, needed_for: str = "SHIP") -> Any:
    answered = story.maker.run(gql.OFFER, id=story.quote, input=terms(story, price, needed_for))
    work_in_the_background()
    return answered["quoteOffer"]["quote"]


def counter(story: Story, *, price: str) -> None:
    story.shop.run(gql.COUNTER, id=story.quote, input=terms(story, price, "SHIP"), address=UTRECHT)
    seen = story.maker.run(gql.QUOTE, id=story.quote)["quote"]
    assert (seen["status"], seen["turn"]) == ("COUNTERED", "SELLER")
    assert seen["availableActions"] == ["OFFER", "ACCEPT", "DECLINE"]
    assert [version["author"] for version in seen["versions"]] == ["SELLER", "BUYER"]
    stranger = story.shop.refused(gql.ACCEPT, id=story.quote, input={"version": 2})
    assert stranger[0]["code"] == "ILLEGAL_MOVE", "nobody accepts their own proposal"
    work_in_the_background()


def talk(story: Story) -> None:
    started = story.shop.run(gql.START, input={"quoteId": story.quote, "text": "Kan het eerder?"})
    conversation = started["conversationStart"]["conversation"]["id"]
    seen = story.maker.run(gql.CONVERSATION, id=conversation)["conversation"]
    assert seen["unreadCount"] == 1
    assert [edge["node"]["text"] for edge in seen["messages"]["edges"]] == ["Kan het eerder?"]
    story.maker.run(gql.SEND, id=conversation, text="Dạ được, trong 40 ngày")
    assert story.shop.run(gql.CONVERSATION, id=conversation)["conversation"]["unreadCount"] == 1
    assert story.other_maker.run(gql.CONVERSATION, id=conversation)["conversation"] is None
    assert story.operator.run(gql.CONVERSATION, id=conversation)["conversation"] is None


def accept(story: Story) -> None:
    seen = story.shop.run(gql.QUOTE, id=story.quote)["quote"]
    latest = seen["versions"][-1]
    assert amount(latest["total"]) == Decimal("3529.00")
    assert amount(latest["deposit"]) + amount(latest["balance"]) == amount(latest["total"])
    chosen = {"version": latest["number"], "purchaseOrderNumber": "PO-7", "shippingAddress": UTRECHT}
    outdated = {**chosen, "version": 0}
    assert story.shop.refused(gql.ACCEPT, id=story.quote, input=outdated)[0]["code"] == "NOT_LATEST"
    done = story.shop.run(gql.ACCEPT, id=story.quote, input=chosen)["quoteAccept"]
    again = story.shop.run(gql.ACCEPT, id=story.quote, input=chosen)["quoteAccept"]
    assert done["order"] == again["order"], "accepting twice is accepting once"
    story.order = done["order"]["id"]
    work_in_the_background()
    assert Stock.objects.get(variant=story.chair).quantity_allocated == 20, "4 more have to be made"


def order_of(story: Story) -> Any:
    return story.shop.run(gql.ORDER, id=story.order)["order"]


def pay_the_deposit(story: Story) -> None:
    order = order_of(story)
    shares = [(row["kind"], amount(row["amount"]), row["neededFor"]) for row in order["instalments"]]
    assert shares == [("DEPOSIT", Decimal("1058.70"), "CONFIRM"), ("BALANCE", Decimal("2470.30"), "SHIP")]
    assert amount(order["payment"]["instructions"]["amount"]) == Decimal("1058.70")
    pdf = Client().get("/" + order["proformaUrl"].split("/", 3)[3])
    assert bytes(pdf.content).startswith(b"%PDF")
    assert order["sellerOrders"][0]["status"] == "AWAITING_PAYMENT"
    mark_as_paid(story, "DEP-1")
    order = order_of(story)
    assert (order["isPaid"], order["sellerOrders"][0]["status"]) == (False, "CONFIRMED")


def mark_as_paid(story: Story, reference: str) -> None:
    story.operator.run(gql.PAID, id=story.order, reference=reference)
    work_in_the_background()


def pack_and_be_held_back(story: Story) -> None:
    part = order_of(story)["sellerOrders"][0]["id"]
    story.maker.run(gql.PACK, id=part)
    finish_the_chairs(story)
    held = story.maker.refused(gql.SHIP, id=part)
    assert held[0]["code"] == "UNPAID", "the balance is due before the goods leave"


def finish_the_chairs(story: Story) -> None:
    stock = Stock.objects.get(variant=story.chair)
    receive_made(variant=story.chair, warehouse=stock.warehouse, quantity=4)


def pay_the_balance(story: Story) -> None:
    mark_as_paid(story, "BAL-1")
    order = order_of(story)
    assert order["isPaid"]
    assert all(amount(row["amount"]) == amount(row["chargedAmount"]) for row in order["instalments"])


def ship_and_deliver(story: Story) -> None:
    part = order_of(story)["sellerOrders"][0]["id"]
    shipped = story.maker.run(gql.SHIP, id=part)["sellerOrderShip"]["fulfillment"]["shipment"]["id"]
    at = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(minutes=1)).isoformat()
    story.maker.run(gql.DELIVERED, id=shipped, at=at)
    work_in_the_background()
    order = order_of(story)
    assert (order["status"], order["sellerOrders"][0]["status"]) == ("DELIVERED", "DELIVERED")
    shipped_pieces = [(row["productName"], row["quantityFulfilled"]) for row in order["sellerOrders"][0]["lines"]]
    assert shipped_pieces[1] == ("Kruk naar tekening, 45 cm", 10)
    assert Stock.objects.get(variant=story.chair).quantity == 0


def shipment_of(story: Story) -> Any:
    return order_of(story)["sellerOrders"][0]["fulfillments"][0]["shipment"]


def assert_letters() -> None:
    """Each side heard of every turn, and of nothing twice."""
    told = [(letter.to[0], letter.subject) for letter in posted()]
    owners = [to for to, subject in told if "Q-" in subject and to == "owner.moc@example.org"]
    buyers = [to for to, subject in told if "Q-" in subject and to == "sanne@example.org"]
    assert len(owners) == 3, "asked, countered, accepted"
    assert len(buyers) == 3, "two offers, and one maker declined"


def day(days: int) -> str:
    return (datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=days)).isoformat()
