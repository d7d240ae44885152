"""A buyer's quotes and messages on the pages, against the real API."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.models import ProductVariant
from i18n.machine_translation import configured
from marketplace.accounts.models import User
from marketplace.accounts.tokens import issue_tokens
from orders.lifecycle.by import By, Role
from orders.messages.message import Message
from orders.messages.message_report import MessageReport
from orders.models import Order, Quote, QuoteRequest
from orders.quotes.offer_terms import OfferedLine, OfferedTier
from orders.quotes.states import QuoteStatus
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.factories.orders import make_chair, make_paid_order
from tests.factories.quotes import FULL, make_chair_quote, make_conversation, make_counter, make_message, make_offer
from tests.factories.sellers import make_member, make_seller
from tests.frontend.conftest import post
from tests.frontend.soundness import problems

pytestmark = pytest.mark.django_db
ADDRESS = {
    "firstName": "Sanne", "lastName": "Voorbeeld", "streetAddress1": "Oudegracht 901", "postalCode": "3511 AB",
    "city": "Utrecht", "country": "NL", "phone": "+31302300101",
}  # fmt: skip


@pytest.fixture
def chair() -> ProductVariant:
    return make_chair(stock=50)


@pytest.fixture
def buyer(browser: Client) -> User:
    user = make_user(language="en")
    browser.cookies["access"] = issue_tokens(user).access
    return user


def see(browser: Client, path: str, language: str = "en") -> str:
    answer = browser.get(f"/{language}/eu/{path}")
    assert answer.status_code == 200, (path, answer.status_code)
    html = answer.content.decode()
    assert problems(html, language=language) == [], path
    return html


def send(browser: Client, path: str, action: str, **fields: Any) -> Any:
    return post(browser, f"/en/eu/{path}", action, **fields)


def test_a_request_from_a_product_reaches_its_maker_and_others_for_what_is_in_words(
    browser: Client, buyer: User, chair: ProductVariant
) -> None:
    other = make_seller()
    path = f"quote-request?product={chair.product.slug}"
    html = see(browser, path)
    from marketplace.graphql import to_global_id

    answer = send(
        browser, path, "send",
        variant=to_global_id("ProductVariant", chair.pk), quantity="24", targetPrice="90,50",
        maker=to_global_id("Seller", chair.seller_id), sellers=to_global_id("Seller", other.pk),
        **{"description-0": "Kruk", "quantity-0": "10", "unit-0": "SET", "price-0": ""},
        incoterm="FOB", namedPlace="Cái Mép", country="NL", text="For two shops",
        files=SimpleUploadedFile("plan.png", make_image()),
    )  # fmt: skip
    assert answer.status_code == 302, re.findall(r'class="error"[^>]*>([^<]+)', answer.content.decode())
    request = QuoteRequest.objects.get()
    assert (request.incoterm, request.country, request.files.count()) == ("FOB", "NL", 1)
    assert {quote.seller_id for quote in request.quotes.all()} == {chair.seller_id, other.pk}
    lines = [(line.quantity, line.unit, line.target_amount) for line in request.lines.all()]
    assert lines == [(24, "PIECE", Decimal("90.50")), (10, "SET", None)]
    assert other.name in html


def test_a_bad_request_comes_back_with_what_was_typed(browser: Client, buyer: User, chair: ProductVariant) -> None:
    path = f"quote-request?product={chair.product.slug}"
    answer = send(
        browser, path, "send", country="NL", incoterm="DAP", text="Keep me", **{"description-0": "Kruk"}
    )  # fmt: skip
    html = answer.content.decode()
    assert (answer.status_code, "Keep me" in html, "Kruk" in html) == (422, True, True)
    assert problems(html, language="en") == []
    assert not QuoteRequest.objects.exists()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_versions_stand_side_by_side_and_changes_are_marked(
    browser: Client, buyer: User, chair: ProductVariant, language: str
) -> None:
    quote = make_offer(make_counter(make_offer(make_chair_quote(12, chair=chair, user=buyer))), price="95.00")
    html = see(browser, f"quotes/{quote.pk}", language)
    assert len(re.findall(r'<td class="changed">', html)) >= 4
    assert html.count('class="changed"') == html.count("changed-mark")
    assert quote.number in see(browser, "quotes", language)
    assert quote.number not in see(browser, "quotes?state=EXPIRED", language)


def test_accepting_on_the_page_makes_the_order(browser: Client, buyer: User, chair: ProductVariant) -> None:
    line = OfferedLine("Chairs", 12, Decimal("98.50"), variant_id=chair.pk, tiers=(OfferedTier(20, Decimal("90")),))
    quote = make_offer(make_chair_quote(12, chair=chair, user=buyer), lines=(line,), payment=FULL)
    see(browser, f"quotes/{quote.pk}")
    from marketplace.graphql import to_global_id

    take = f"take-{to_global_id('QuoteLine', quote.versions.get().lines.get().pk)}"
    answer = send(
        browser, f"quotes/{quote.pk}", "accept",
        version="1", paymentGateway="bank_transfer", purchaseOrderNumber="PO-9", **{take: "20"}, **ADDRESS,
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[:3000]
    order = Order.objects.get()
    assert (order.total_amount, order.purchase_order_number) == (Decimal("1980.00"), "PO-9")
    assert "/orders/" in answer["Location"]
    assert order.number in see(browser, f"quotes/{quote.pk}")


def test_an_outdated_version_is_refused_on_the_page(browser: Client, buyer: User, chair: ProductVariant) -> None:
    quote = make_offer(make_offer(make_chair_quote(chair=chair, user=buyer)), price="97.00")
    answer = send(browser, f"quotes/{quote.pk}", "accept", version="1", paymentGateway="bank_transfer", **ADDRESS)
    assert (answer.status_code, Order.objects.exists()) == (422, False)


def test_a_counter_offer_is_sent_from_the_page(browser: Client, buyer: User, chair: ProductVariant) -> None:
    quote = make_offer(make_chair_quote(12, chair=chair, user=buyer))
    html = see(browser, f"quotes/{quote.pk}")
    hidden = dict(re.findall(r'<input type="hidden" name="((?:requestLine|variant)-0)" value="([^"]*)"', html))
    answer = send(
        browser, f"quotes/{quote.pk}", "counter",
        **hidden, **{"description-0": "Chairs", "quantity-0": "14", "unit-0": "PIECE", "price-0": "91.00"},
        freight="150", incoterm="FOB", namedPlace="Cái Mép", leadTimeDays="30",
        validUntil=quote.valid_until.isoformat(), paymentKind="DEPOSIT", depositPercent="20",
        balanceNeededFor="DOCUMENTS", notes="Sneller", **ADDRESS,
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()[:3000]
    quote.refresh_from_db()
    version = quote.versions.get(number=2)
    assert (quote.status, version.deposit_percent, version.balance_needed_for) == ("COUNTERED", 20, "DOCUMENTS")
    assert (version.lines.get().quantity, version.lines.get().variant_id) == (14, chair.pk)
    assert quote.shipping_address["postal_code"] == "3511 AB"


def test_saying_no(browser: Client, buyer: User, chair: ProductVariant) -> None:
    quote = make_offer(make_chair_quote(chair=chair, user=buyer))
    assert send(browser, f"quotes/{quote.pk}", "decline", reason="Too dear").status_code == 302
    assert Quote.objects.get().status == QuoteStatus.DECLINED
    waiting = make_chair_quote(chair=chair, user=buyer)
    assert send(browser, f"quotes/{waiting.pk}", "withdraw", reason="").status_code == 302


def test_nothing_of_anothers_is_there(browser: Client, buyer: User) -> None:
    quote = make_offer()
    talk = make_message().conversation
    for path in (f"quotes/{quote.pk}", f"messages/{talk.pk}", "quotes/x", "messages/x"):
        assert browser.get(f"/en/eu/{path}").status_code == 404, path


def test_a_seller_reads_its_quotes_on_its_desk_only(browser: Client) -> None:
    quote = make_offer()
    owner = make_member(quote.seller)
    browser.cookies["access"] = issue_tokens(owner).access
    assert browser.get(f"/en/eu/quotes/{quote.pk}").status_code == 404


def test_one_click_asks_for_a_sample(browser: Client, buyer: User, chair: ProductVariant) -> None:
    from marketplace.graphql import to_global_id

    path = f"products/{chair.product.slug}"
    assert "ask_for_sample" not in see(browser, path)
    chair.product.sample_available = True
    chair.product.save()
    assert "ask_for_sample" in see(browser, path)
    answer = send(browser, path, "ask_for_sample", variantId=to_global_id("ProductVariant", chair.pk))
    assert answer.status_code == 302
    assert QuoteRequest.objects.get().is_sample


def test_a_question_about_a_product_becomes_a_conversation(browser: Client, buyer: User, chair: ProductVariant) -> None:
    path = f"messages/new?product={chair.product.slug}"
    see(browser, path)
    assert send(browser, path, "start", text="").status_code == 422
    answer = send(browser, path, "start", text="Is it solid oak?\n<b>", files=SimpleUploadedFile("a.png", make_image()))
    assert answer.status_code == 302
    message = Message.objects.get()
    assert (message.user, message.conversation.product, message.files.count()) == (buyer, chair.product, 1)
    html = see(browser, f"messages/{message.conversation.pk}")
    assert "Is it solid oak?<br>&lt;b&gt;" in html
    assert chair.seller.name in see(browser, "messages")


def test_an_order_is_written_about_from_its_own_page(browser: Client, buyer: User, chair: ProductVariant) -> None:
    from marketplace.graphql import to_global_id

    order = make_paid_order((chair, 1), user=buyer)
    path = f"messages/new?order={to_global_id('Order', order.pk)}"
    assert order.number in see(browser, path)
    assert send(browser, path, "start", text="When does it leave?").status_code == 302
    talk = Message.objects.get().conversation
    assert talk.seller_order == order.seller_orders.get()
    assert order.number in see(browser, f"messages/{talk.pk}")


def test_reading_marks_as_read_and_a_report_reaches_staff(browser: Client, buyer: User) -> None:
    talk = make_conversation(buyer)
    owner = make_member(talk.seller)
    message = make_message(talk, by=By(Role.SELLER, owner), text="Send me your card number", language="en")
    from marketplace.graphql import to_global_id

    assert "1 new" in see(browser, "messages?unread=1")
    path = f"messages/{talk.pk}"
    assert ">new<" in see(browser, path)
    assert ">new<" not in see(browser, path)
    assert "1 new" not in see(browser, "messages")
    answer = send(browser, path, "report", message=to_global_id("Message", message.pk), reason="FRAUD", reportText="!")
    assert answer.status_code == 302
    assert MessageReport.objects.get().reason == "FRAUD"
    assert send(browser, path, "send", text="No").status_code == 302


def test_without_an_engine_the_page_says_so(browser: Client, buyer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = make_message(make_conversation(buyer)).conversation
    monkeypatch.setattr(configured, "configured_engine", lambda: None)
    assert "has no translation engine" in see(browser, f"messages/{talk.pk}")
    assert send(browser, f"messages/{talk.pk}", "translate").status_code == 422
