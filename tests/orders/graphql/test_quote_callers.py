"""Who may do what with quotes and messages: every mutation by every caller, and a refusal changes nothing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.lifecycle.by import By, Role
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.messages.message_report import MessageReport, MessageReportReason
from orders.messages.reader import ConversationReader
from orders.messages.report import report_message
from orders.models import BuyerTerms, Order, Quote, QuoteEvent, QuoteRequest, QuoteVersion
from tests.factories.accounts import make_operator, make_user
from tests.factories.orders import UTRECHT, make_chair, make_paid_order
from tests.factories.quotes import (
    make_buyer_terms,
    make_chair_quote,
    make_conversation,
    make_counter,
    make_message,
    make_offer,
)
from tests.factories.sellers import make_member, make_seller
from tests.orders.graphql.conftest import Call, execute

pytestmark = pytest.mark.django_db
CALLERS = ("anonymous", "buyer", "stranger", "other seller", "packer", "manager", "staff")
ERRORS = "errors { field code }"
OFFER = f"""mutation($id: ID!, $input: QuoteOfferInput!) {{ quoteOffer(id: $id, input: $input) {{ {ERRORS} }} }}"""
COUNTER = f"""mutation($id: ID!, $input: QuoteOfferInput!) {{ quoteCounter(id: $id, input: $input) {{ {ERRORS} }} }}"""
ACCEPT = f"""mutation($id: ID!) {{
  quoteAccept(id: $id, input: {{version: 1}}) {{ order {{ number }} {ERRORS} }}
}}"""
DECLINE = f"mutation($id: ID!) {{ quoteDecline(id: $id) {{ {ERRORS} }} }}"
WITHDRAW = f"mutation($id: ID!) {{ quoteWithdraw(id: $id) {{ {ERRORS} }} }}"
SEND = f"""mutation($id: ID!) {{ messageSend(id: $id, input: {{text: "Xin chào"}}) {{ {ERRORS} }} }}"""
READ = f"mutation($id: ID!) {{ conversationMarkRead(id: $id) {{ {ERRORS} }} }}"
TRANSLATE = f"mutation($id: ID!) {{ conversationTranslate(id: $id, languageCode: VI) {{ {ERRORS} }} }}"
REPORT = f"mutation($id: ID!) {{ messageReport(id: $id, reason: FRAUD) {{ accepted {ERRORS} }} }}"
DECIDE = f"mutation($id: ID!) {{ messageReportDecide(id: $id, remove: true) {{ {ERRORS} }} }}"
TERMS = f"""mutation($email: String!) {{
  buyerTermsSet(input: {{userEmail: $email, limit: "900", currency: "EUR", netDays: 30}}) {{ {ERRORS} }}
}}"""
END = f"mutation($id: ID!) {{ buyerTermsEnd(id: $id) {{ {ERRORS} }} }}"
QUOTE = """query($id: ID!) { quote(id: $id) {
  number isBuyer order { number } request { text buyerName lines { description } quotes { id } }
} }"""
START = f"""mutation($input: ConversationStartInput!) {{
  conversationStart(input: $input) {{ conversation {{ id }} {ERRORS} }}
}}"""


@dataclass
class Scene:
    quote: Quote
    people: dict[str, User | None]

    @property
    def gid(self) -> str:
        return to_global_id("Quote", self.quote.pk)


@pytest.fixture
def scene() -> Scene:
    chair = make_chair(stock=90)
    buyer, seller = make_user(), chair.seller
    quote = make_offer(make_chair_quote(6, chair=chair, user=buyer, shipping_address=UTRECHT.as_dict()))
    return Scene(
        quote,
        {
            "anonymous": None,
            "buyer": buyer,
            "stranger": make_user(),
            "other seller": make_member(make_seller(), MemberRole.OWNER, make_user()),
            "packer": make_member(seller, MemberRole.PACKER, make_user()),
            "manager": make_member(seller, MemberRole.MANAGER, make_user()),
            "staff": make_operator(),
        },
    )


def outcome(document: str, variables: dict[str, Any], actor: Any) -> str:
    """DONE, or the code of the refusal."""
    result = execute(document, variables, actor=actor)
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    (payload,) = result.data.values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else "DONE"


def everything() -> Any:
    return (
        sorted(Quote.objects.values_list("number", "status", "latest_version")),
        QuoteVersion.objects.count(),
        QuoteEvent.objects.count(),
        QuoteRequest.objects.count(),
        Order.objects.count(),
        Message.objects.count(),
        sorted(Message.objects.values_list("text", flat=True)),
        sorted(ConversationReader.objects.values_list("user_id", "read_position", "translate_into")),
        sorted(MessageReport.objects.values_list("reporter_id", "status")),
        BuyerTerms.objects.in_force().count(),
    )


def proposal(quote: Quote) -> dict[str, Any]:
    return {
        "lines": [{"description": "x", "quantity": 3, "unitPrice": "10.00"}],
        "validUntil": (today_here() + timedelta(days=9)).isoformat(),
        "leadTimeDays": 5,
        "incoterm": "FOB",
        "namedPlace": "Cái Mép",
        "freight": "0",
        "paymentTerms": {"kind": "FULL"},
    }


def table(document: str, variables: dict[str, Any], people: dict[str, User | None]) -> dict[str, str]:
    """What each caller hears. Whoever is refused has changed nothing."""
    heard = {}
    for name, person in people.items():
        before = everything()
        heard[name] = outcome(document, variables, person)
        assert heard[name] == "DONE" or everything() == before, name
    return heard


NOBODY = {"anonymous": "UNAUTHENTICATED", **dict.fromkeys(CALLERS[1:], "NOT_FOUND")}


def test_only_managers_of_the_seller_offer(scene: Scene) -> None:
    heard = table(OFFER, {"id": scene.gid, "input": proposal(scene.quote)}, scene.people)
    assert heard == {**NOBODY, "manager": "DONE"}


def test_only_the_buyer_counters(scene: Scene) -> None:
    heard = table(COUNTER, {"id": scene.gid, "input": proposal(scene.quote)}, scene.people)
    assert heard == {**NOBODY, "buyer": "DONE"}


def test_an_offer_is_accepted_by_the_buyer_alone(scene: Scene) -> None:
    people = {name: scene.people[name] for name in reversed(CALLERS)}
    heard = table(ACCEPT, {"id": scene.gid}, people)
    assert heard == {**NOBODY, "manager": "ILLEGAL_MOVE", "buyer": "DONE"}


def test_a_counter_offer_is_accepted_by_the_seller_and_its_order_is_not_shown_to_it_whole(scene: Scene) -> None:
    make_counter(scene.quote)
    document = ACCEPT.replace("version: 1", "version: 2")
    assert outcome(document, {"id": scene.gid}, scene.people["buyer"]) == "ILLEGAL_MOVE"
    result = execute(document, {"id": scene.gid}, actor=scene.people["manager"])
    assert result.data["quoteAccept"] == {"order": None, "errors": []}
    assert Order.objects.get().user == scene.people["buyer"]


def test_who_declines_and_who_withdraws(scene: Scene) -> None:
    assert table(DECLINE, {"id": scene.gid}, {**scene.people, "buyer": scene.people["stranger"]}) == {
        **NOBODY,
        "manager": "ILLEGAL_MOVE",
    }
    assert outcome(WITHDRAW, {"id": scene.gid}, scene.people["buyer"]) == "ILLEGAL_MOVE"
    assert outcome(WITHDRAW, {"id": scene.gid}, scene.people["manager"]) == "DONE"


def test_who_reads_a_quote_and_how_much_of_it(scene: Scene) -> None:
    other = make_seller()
    rival = make_member(other, MemberRole.MANAGER, make_user())
    Quote.objects.create(
        number="Q-X", request=scene.quote.request, seller=other, valid_until=today_here(), created_at=timezone.now(),
        updated_at=timezone.now(),
    )  # fmt: skip
    seen = {name: execute(QUOTE, {"id": scene.gid}, actor=person) for name, person in scene.people.items()}
    assert {name for name, result in seen.items() if result.data and result.data["quote"]} == {
        "buyer", "manager", "staff",
    }  # fmt: skip
    assert len(seen["buyer"].data["quote"]["request"]["quotes"]) == 2
    refused = [error["path"] for error in seen["manager"].errors or []]
    assert refused == [["quote", "request", "quotes"]], "a seller never learns who else was asked"
    assert execute(QUOTE, {"id": scene.gid}, actor=rival).data["quote"] is None
    own = execute(QUOTE, {"id": to_global_id("Quote", Quote.objects.get(number="Q-X").pk)}, actor=rival)
    lines = execute(
        "query($id: ID!) { quote(id: $id) { request { lines { description } } } }",
        {"id": to_global_id("Quote", Quote.objects.get(number="Q-X").pk)},
        actor=rival,
    )
    assert lines.data["quote"]["request"]["lines"] == [], "the other seller's goods are not its to read about"
    assert own.data is not None


def test_lists_hold_ones_own_only(scene: Scene, call: Call) -> None:
    mine = "{ myQuotes(first: 5) { totalCount } quoteRequests(first: 5) { totalCount } }"
    counts = {
        name: call(mine, actor=person)["myQuotes"]["totalCount"] for name, person in scene.people.items() if person
    }
    assert counts == {**dict.fromkeys(CALLERS[1:], 0), "buyer": 1}
    theirs = "query($s: ID!) { sellerQuotes(seller: $s, first: 5) { totalCount } }"
    seller = to_global_id("Seller", scene.quote.seller_id)
    heard = {name: execute(theirs, {"s": seller}, actor=person) for name, person in scene.people.items()}
    assert {name for name, result in heard.items() if not result.errors} == {"manager", "staff"}


# ---- terms


def test_only_staff_let_people_pay_later(scene: Scene) -> None:
    buyer = scene.people["buyer"]
    assert buyer is not None
    heard = table(TERMS, {"email": buyer.email}, scene.people)
    refused = dict.fromkeys(CALLERS[1:-1], "PERMISSION_DENIED")
    assert heard == {"anonymous": "UNAUTHENTICATED", **refused, "staff": "DONE"}
    terms = BuyerTerms.objects.get()
    heard = table(END, {"id": to_global_id("BuyerTerms", terms.pk)}, scene.people)
    assert heard == {"anonymous": "UNAUTHENTICATED", **refused, "staff": "DONE"}


def test_everybody_sees_their_own_terms_only(scene: Scene, call: Call) -> None:
    buyer = scene.people["buyer"]
    assert buyer is not None
    make_buyer_terms(buyer)
    document = "{ myBuyerTerms { netDays inForce limit { amount } owed { amount } } }"
    assert len(call(document, actor=buyer)["myBuyerTerms"]) == 1
    assert call(document, actor=scene.people["stranger"])["myBuyerTerms"] == []


# ---- messages


@pytest.fixture
def talk(scene: Scene) -> Conversation:
    buyer = scene.people["buyer"]
    conversation = make_conversation(buyer, scene.quote.seller)
    make_message(conversation)
    return conversation


@pytest.mark.parametrize("document", [SEND, READ, TRANSLATE])
def test_only_those_in_it_use_a_conversation(scene: Scene, talk: Conversation, document: str) -> None:
    done = "NOT_CONFIGURED" if document == TRANSLATE else "DONE"
    heard = table(document, {"id": to_global_id("Conversation", talk.pk)}, scene.people)
    assert heard == {**NOBODY, "buyer": done, "manager": done}


def test_packers_write_about_orders(scene: Scene) -> None:
    buyer = scene.people["buyer"]
    variant = scene.quote.request.lines.get().variant
    part = make_paid_order((variant, 1), user=buyer).seller_orders.get()
    talk = make_conversation(buyer, scene.quote.seller, seller_order=part)
    heard = table(SEND, {"id": to_global_id("Conversation", talk.pk)}, scene.people)
    assert heard == {**NOBODY, "buyer": "DONE", "packer": "DONE", "manager": "DONE"}


def test_messages_are_reported_by_those_who_read_them(scene: Scene, talk: Conversation) -> None:
    message = talk.messages.get()
    heard = table(REPORT, {"id": to_global_id("Message", message.pk)}, scene.people)
    assert heard == {**NOBODY, "buyer": "INVALID", "manager": "DONE"}


def test_only_moderators_decide_and_read_what_was_reported(scene: Scene, talk: Conversation, call: Call) -> None:
    manager = scene.people["manager"]
    assert manager is not None
    message = make_message(talk, text="Betaal buiten de markt")
    report = report_message(
        message=message, reporter=manager, reason=MessageReportReason.FRAUD, text="", now=timezone.now()
    )
    listed = """{ messageReports(first: 5, filter: {status: OPEN}) { edges { node {
      reportedBy message { text } before { text } conversation { buyerName } } } } }"""
    (edge,) = call(listed, actor=scene.people["staff"])["messageReports"]["edges"]
    assert edge["node"]["reportedBy"] == "SELLER"
    assert (edge["node"]["message"]["text"], len(edge["node"]["before"])) == ("Betaal buiten de markt", 1)
    refused = dict.fromkeys(CALLERS[1:-1], "PERMISSION_DENIED")
    heard = table(DECIDE, {"id": to_global_id("MessageReport", report.pk)}, scene.people)
    assert heard == {"anonymous": "UNAUTHENTICATED", **refused, "staff": "DONE"}
    message.refresh_from_db()
    assert message.text == ""
    assert execute(
        "query($id: ID!) { conversation(id: $id) { id } }",
        {"id": to_global_id("Conversation", talk.pk)},
        actor=scene.people["staff"],
    ).data == {"conversation": None}


def test_a_conversation_begins_about_what_one_may_see(scene: Scene) -> None:
    people, seller = scene.people, scene.quote.seller
    about = {
        "seller": {"sellerId": to_global_id("Seller", seller.pk)},
        "product": {"productId": to_global_id("Product", scene.quote.request.lines.get().product_id)},
        "quote": {"quoteId": scene.gid},
    }
    heard = {
        kind: {
            name: outcome(START, {"input": {**named, "text": "Hi"}}, person)
            for name, person in people.items()
            if name in ("anonymous", "buyer", "stranger", "packer", "manager")
        }
        for kind, named in about.items()
    }
    members = {"packer": "INVALID", "manager": "INVALID"}
    anyone = {"anonymous": "UNAUTHENTICATED", "buyer": "DONE", "stranger": "DONE", **members}
    assert heard["seller"] == heard["product"] == anyone
    assert heard["quote"] == {
        "anonymous": "UNAUTHENTICATED", "buyer": "DONE", "stranger": "NOT_FOUND", "packer": "NOT_FOUND",
        "manager": "DONE",
    }  # fmt: skip
    assert Conversation.objects.filter(quote=scene.quote).get().messages.count() == 2
    assert outcome(START, {"input": {"text": "Hi"}}, people["buyer"]) == "REQUIRED"


def test_what_is_said_is_seen_by_both_and_unread_by_the_other(scene: Scene, talk: Conversation, call: Call) -> None:
    manager, buyer = scene.people["manager"], scene.people["buyer"]
    make_message(talk, by=By(Role.SELLER, manager), text="Có")
    document = """query($id: ID!) { conversation(id: $id) { mySide unreadCount canBeTranslated
      messages(first: 5) { edges { node { text isMine isUnread author } } } lastMessage { text } } }"""
    seen = call(document, {"id": to_global_id("Conversation", talk.pk)}, actor=buyer)["conversation"]
    assert (seen["mySide"], seen["unreadCount"], seen["canBeTranslated"]) == ("BUYER", 1, False)
    assert [edge["node"]["isMine"] for edge in seen["messages"]["edges"]] == [False, True]
    assert seen["lastMessage"]["text"] == "Có"
    total = "query($s: ID) { unreadMessages(seller: $s) }"
    assert call(total, {}, actor=buyer)["unreadMessages"] == 1
    seller = to_global_id("Seller", talk.seller_id)
    assert call(total, {"s": seller}, actor=scene.people["packer"])["unreadMessages"] == 0
