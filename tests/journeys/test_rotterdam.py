"""Furniture to Rotterdam: from the quote by truck, river barge, ship and truck to the buyer's door.

RFQ -> offer -> acceptance -> payment -> packed and shipped in numbered parcels -> four legs planned -> papers -> the
line pushes signed events -> customs stops and lets go -> the ship is late, both sides hear of it -> delivered.
"""

import datetime
import hmac
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pypdfium2  # type: ignore[import-untyped]  # has no types
import pytest
from django.test import Client
from django.utils import timezone

from logistics.shipments.notices.handle import handle_carrier_notices
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter
from marketplace.graphql import to_global_id
from tests.journeys import quote_documents as quotes
from tests.journeys import rotterdam_documents as gql
from tests.journeys.rotterdam_papers import declare, keep_pictures
from tests.journeys.steps import work_in_the_background
from tests.journeys.test_quote_through_api import Story, mark_as_paid, order_of, waiting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.services]
CONTAINER = "CSQU3054383"
PAPERS = ("COMMERCIAL_INVOICE", "PACKING_LIST", "PROFORMA", "CN23", "ORIGIN_DATA", "SHIPPER_LETTER")
WAREHOUSE = {
    "firstName": "Sanne", "lastName": "Voorbeeld", "companyName": "Winkel Voorbeeld", "streetAddress1": "Waalhaven 901",
    "postalCode": "3089 JH", "city": "Rotterdam", "country": "NL", "phone": "+31102300101",
}  # fmt: skip


@dataclass
class Voyage:
    story: Story
    shipment: str
    began: datetime.datetime
    url: str = ""
    secret: str = ""
    legs: list[str] = field(default_factory=list)

    def days(self, number: float) -> str:
        return (self.began + datetime.timedelta(days=number)).isoformat()

    def seen(self) -> Any:
        return self.story.maker.run(gql.SHIPMENT, id=self.shipment)["shipment"]


def test_furniture_to_rotterdam() -> None:
    voyage = shipped(ordered())
    plan_the_way(voyage)
    make_the_papers(voyage)
    print_the_labels(voyage)
    leave_by_truck_and_barge(voyage)
    hear_the_line(voyage)
    arrive_late(voyage)
    be_seen_by_everybody(voyage)
    deliver(voyage)


def ordered() -> Story:
    """Twelve chairs, delivered at place, paid in full."""
    story = Story()
    line = {"variantId": to_global_id("ProductVariant", story.chair.pk), "quantity": 12}
    asked = {"channel": "eu", "sellers": [story.seller], "incoterm": "DAP", "namedPlace": "Rotterdam", "country": "NL",
             "text": "Voor het magazijn", "lines": [line]}  # fmt: skip
    story.shop.run(quotes.REQUEST, input=asked)
    (seen,) = waiting(story.maker, story.seller)
    story.quote = seen["id"]
    (wanted,) = seen["request"]["lines"]
    offered = {
        "lines": [{"requestLineId": wanted["id"], "description": wanted["description"] or "Ghế", "quantity": 12,
                   "variantId": line["variantId"], "unitPrice": "98.50"}],
        "validUntil": (timezone.now().date() + datetime.timedelta(days=20)).isoformat(), "leadTimeDays": 14,
        "incoterm": "DAP", "namedPlace": "Rotterdam", "freight": "420.00", "paymentTerms": {"kind": "FULL"},
    }  # fmt: skip
    story.maker.run(quotes.OFFER, id=story.quote, input=offered)
    chosen = {"version": 1, "shippingAddress": WAREHOUSE}
    story.order = story.shop.run(quotes.ACCEPT, id=story.quote, input=chosen)["quoteAccept"]["order"]["id"]
    mark_as_paid(story, "RTM-1")
    return story


def shipped(story: Story) -> Voyage:
    """Two pallets under the maker's own numbers."""
    part = order_of(story)["sellerOrders"][0]["id"]
    story.maker.run(gql.PREFIX, seller=story.seller)
    story.maker.run(quotes.PACK, id=part)
    pallet = {"grossWeightG": 62_000, "lengthMm": 1200, "widthMm": 800, "heightMm": 1900}
    sent = {"carrier": "Example Forwarding", "trackingNumber": "EF-RTM-1", "parcels": [pallet, pallet]}
    made = story.maker.run(gql.SHIP, id=part, input=sent)["sellerOrderShip"]["fulfillment"]["shipment"]["id"]
    work_in_the_background()
    return Voyage(story, made, timezone.now() - datetime.timedelta(days=40))


def plan_the_way(voyage: Voyage) -> None:
    ways: list[dict[str, Any]] = [
        {"mode": "TRUCK", "fromPlace": "Tân Uyên", "fromCode": "VNBDU", "toCode": "VNBDG"},
        {"mode": "BARGE", "fromCode": "VNBDG", "toCode": "VNCMT", "containers": [CONTAINER]},
        {"mode": "VESSEL", "fromCode": "VNCMT", "toCode": "NLRTM", "vesselName": "Example Star", "voyage": "047W",
         "reference": "BK100", "transportDocument": "EXLN0001", "containers": [CONTAINER],
         "plannedDeparture": voyage.days(4), "plannedArrival": voyage.days(43)},
        {"mode": "TRUCK", "fromCode": "NLRTM", "toPlace": "Waalhaven", "plannedDeparture": voyage.days(44),
         "plannedArrival": voyage.days(45)},
    ]  # fmt: skip
    for way in ways:
        legs = voyage.story.maker.run(gql.LEG, id=voyage.shipment, input=way)["shipmentLegAdd"]["shipment"]["legs"]
    voyage.legs = [leg["id"] for leg in legs]
    seen = voyage.seen()
    assert [leg["mode"] for leg in seen["legs"]] == ["TRUCK", "BARGE", "VESSEL", "TRUCK"]
    assert seen["estimatedDelivery"] is not None
    assert [parcel["ssccIsInternal"] for parcel in seen["parcels"]] == [False, False]
    assert all(parcel["sscc"].startswith("08938501") for parcel in seen["parcels"])


def make_the_papers(voyage: Voyage) -> None:
    """From one declaration; each is a PDF that opens, says whom it is for, and is kept as pictures to be looked at."""
    declare(voyage.story.maker, voyage.shipment, CONTAINER)
    made = voyage.story.maker.run(gql.PAPERS, shipment=voyage.shipment, kinds=list(PAPERS))["customsDocumentCreate"]
    assert {paper["kind"] for paper in made["files"]} == set(PAPERS)
    for paper in made["files"]:
        assert "Voorbeeld" in words_of(paper["url"]), paper["kind"]
        keep_pictures(paper["kind"], Client().get(urlsplit(paper["url"]).path).content)


def words_of(url: str) -> str:
    content = Client().get(urlsplit(url).path).content
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))


def print_the_labels(voyage: Voyage) -> None:
    seen = voyage.seen()
    words = words_of(next(label["url"] for label in seen["labels"] if label["format"] == "PDF"))
    assert all(parcel["sscc"] in words for parcel in seen["parcels"]) and "ROTTERDAM" in words.upper()


def leave_by_truck_and_barge(voyage: Voyage) -> None:
    """The maker says when both left and arrived; the buyer's order says that it is on its way."""
    truck = {"mode": "TRUCK", "fromPlace": "Tân Uyên", "fromCode": "VNBDU", "toCode": "VNBDG",
             "actualDeparture": voyage.days(1), "actualArrival": voyage.days(1.1)}  # fmt: skip
    barge = {"mode": "BARGE", "fromCode": "VNBDG", "toCode": "VNCMT", "containers": [CONTAINER],
             "actualDeparture": voyage.days(2), "actualArrival": voyage.days(2.6)}  # fmt: skip
    for leg, told in zip(voyage.legs, (truck, barge), strict=False):
        voyage.story.maker.run(gql.LEG_CHANGE, id=leg, input=told)
    assert voyage.seen()["status"] == "IN_TRANSIT"


def hear_the_line(voyage: Voyage) -> None:
    """Loaded and sailed, told by the line itself; and once more, out of order, which changes nothing."""
    opened = voyage.story.maker.run(gql.SUBSCRIBE, seller=voyage.story.seller)["freightSubscriptionCreate"]
    voyage.url, voyage.secret = urlsplit(opened["subscription"]["url"]).path, opened["secret"]
    loaded = event(voyage, "load", "EQUIPMENT", "LOAD", "VNCMT", 3.5)
    sailed = event(voyage, "sail", "TRANSPORT", "DEPA", "VNCMT", 4)
    push(voyage, [sailed, loaded])
    push(voyage, [loaded])
    seen = voyage.seen()
    assert seen["legs"][2]["actualDeparture"] is not None
    told = voyage.story.maker.run(gql.FREIGHT, seller=voyage.story.seller)["freightEvents"]
    assert [edge["node"]["code"] for edge in told["edges"]][:2] == ["LOAD", "DEPA"]
    assert told["totalCount"] == 6, "two from the line, four from the maker"


def event(voyage: Voyage, name: str, kind: str, code: str, place: str, at: float, **more: Any) -> dict[str, Any]:
    """As the DCSA's interface writes it."""
    return {
        "eventID": name, "eventType": kind, "eventClassifierCode": "ACT", f"{kind.lower()}EventTypeCode": code,
        "eventDateTime": voyage.days(at), "eventCreatedDateTime": voyage.days(at), "equipmentReference": CONTAINER,
        "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": "BK100"}],
        "transportCall": {"modeOfTransport": "VESSEL", "UNLocationCode": place}, **more,
    }  # fmt: skip


def push(voyage: Voyage, events: list[dict[str, Any]]) -> None:
    body = json.dumps(events).encode()
    headers = {"Notification-Signature": f"sha256={hmac.digest(voyage.secret.encode(), body, 'sha256').hex()}"}
    answer = Client().post(voyage.url, body, content_type="application/json", headers=headers)
    assert answer.status_code == 200
    handle_carrier_notices(now=timezone.now())
    work_in_the_background()


def arrive_late(voyage: Voyage) -> None:
    """The ship will be weeks late, and customs looks into the container; both sides are written to, once."""
    late = event(voyage, "late", "TRANSPORT", "ARRI", "NLRTM", 60, eventClassifierCode="EST", reason="Congestion",
                 eventCreatedDateTime=voyage.days(20))  # fmt: skip
    push(voyage, [late])
    push(voyage, [event(voyage, "look", "EQUIPMENT", "CUSI", "NLRTM", 39)])
    seen = voyage.seen()
    assert {alert["kind"] for alert in seen["alerts"]} == {"DELAYED", "CUSTOMS_HOLD"}, seen
    assert seen["status"] == "CUSTOMS"
    assert seen["estimatedDelivery"] > seen["promisedDelivery"]
    written = OutgoingLetter.objects.filter(kind="SHIPMENT_TROUBLE").values_list("recipient", flat=True)
    assert Counter(written) == {"sanne@example.org": 2, "owner.moc@example.org": 2}
    push(voyage, [event(voyage, "free", "EQUIPMENT", "CUSR", "NLRTM", 39.5)])
    assert [alert["kind"] for alert in voyage.seen()["alerts"]] == ["DELAYED"]


def be_seen_by_everybody(voyage: Voyage) -> None:
    """The public page, without signing in: four ways drawn, and no name."""
    address = voyage.seen()["trackingUrl"]
    page = Client().get(urlsplit(address).path, follow=True, headers={"Accept-Language": "nl"})
    text = page.content.decode()
    assert page.status_code == 200 and text.count('<polyline class="way') >= 4
    assert "Rotterdam" in text and "Voorbeeld" not in text and "Waalhaven 901" not in text
    assert 'name="robots" content="noindex' in text


def deliver(voyage: Voyage) -> None:
    """The container is emptied where the last leg leads to: that is the delivery, for the order too."""
    push(voyage, [event(voyage, "empty", "EQUIPMENT", "STRP", "", 39.9, transportCall={},
                        eventLocation={"locationName": "Waalhaven"})])  # fmt: skip
    seen = voyage.seen()
    assert (seen["status"], seen["alerts"]) == ("DELIVERED", [])
    order = order_of(voyage.story)
    assert (order["status"], order["sellerOrders"][0]["status"]) == ("DELIVERED", "DELIVERED")
