"""Quotes and messages at the seller's desk, against the real API."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from i18n.today import today_here
from orders.models import Message, Order, Quote
from orders.quotes.request_quote import RequestedLine
from tests.factories.accounts import make_user
from tests.factories.quotes import (
    make_chair_quote,
    make_conversation,
    make_counter,
    make_message,
    make_offer,
    make_quote,
)
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.frontend.soundness import problems

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(desk: Desk) -> Person:
    return Person(desk.cast.woodworks.manager)


def terms(**more: str) -> dict[str, str]:
    return {
        "freight": "180", "incoterm": "FOB", "namedPlace": "Cái Mép", "leadTimeDays": "45", "paymentKind": "DEPOSIT",
        "depositPercent": "30", "balanceNeededFor": "SHIP", "notes": "",
        "validUntil": (today_here() + timedelta(days=14)).isoformat(), **more,
    }  # fmt: skip


def hidden(html: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="((?:requestLine|variant)-\d+)" value="([^"]*)"', html))


def test_an_offer_is_written_line_by_line(desk: Desk, manager: Person) -> None:
    quote = make_quote(
        RequestedLine(quantity=24, product_id=desk.product.pk, variant_id=desk.chair.pk),
        RequestedLine(quantity=10, description="Ghế đẩu theo bản vẽ"),
        sellers=[desk.cast.woodworks.seller],
        user=desk.cast.buyer,
    )
    path = f"quotes/{quote.pk}"
    html = manager.see(path)
    assert problems(html, language="en") == []
    assert "Ghế đẩu theo bản vẽ" in html
    manager.done(
        path, "offer", **hidden(html),
        **{"description-0": "Oak chair", "quantity-0": "24", "unit-0": "PIECE", "price-0": "98,50",
           "tier-quantity-0-0": "100", "tier-price-0-0": "92",
           "description-1": "Stool", "quantity-1": "10", "unit-1": "PIECE", "price-1": "40",
           "description-2": "", "quantity-2": "", "unit-2": "PIECE", "price-2": "", "variant-2": ""},
        **terms(),
    )  # fmt: skip
    version = quote.versions.get()
    lines = [(line.quantity, line.unit_amount, line.variant_id, line.tiers.count()) for line in version.lines.all()]
    assert lines == [(24, Decimal("98.50"), desk.chair.pk, 1), (10, Decimal(40), None, 0)]
    assert quote.number in manager.see("quotes?state=OFFERED")


def test_a_bad_offer_comes_back_filled_in(desk: Desk, manager: Person) -> None:
    quote = make_chair_quote(chair=desk.chair, user=desk.cast.buyer)
    path = f"quotes/{quote.pk}"
    typed = {"description-0": "Chair", "quantity-0": "12", "unit-0": "PIECE", "price-0": "1.2.3"}
    html = manager.refused(path, "offer", **hidden(manager.see(path)), **typed, **terms(notes="Keep me"))
    assert "Keep me" in html
    assert problems(html, language="en") == []
    late = {**typed, "price-0": "98.50"}
    old = manager.refused(path, "offer", **late, **terms(validUntil="2020-01-01"))
    assert "valid from today" in old
    assert quote.versions.count() == 0


def test_a_counter_offer_is_accepted_at_the_desk(desk: Desk, manager: Person) -> None:
    quote = make_counter(make_offer(make_chair_quote(2, chair=desk.chair, user=desk.cast.buyer)))
    assert problems(manager.see(f"quotes/{quote.pk}"), language="en") == []
    manager.done(f"quotes/{quote.pk}", "accept", version="2")
    order = Order.objects.get()
    assert order.user == desk.cast.buyer
    assert order.seller_orders.get().number in manager.see(f"quotes/{quote.pk}")


def test_packers_have_no_quotes_and_others_not_these(desk: Desk) -> None:
    quote = make_chair_quote(chair=desk.chair, user=desk.cast.buyer)
    assert Person(desk.cast.woodworks.packer).get(f"/en/seller/moc-vi-du/quotes/{quote.pk}").status_code == 403
    stranger = Person(desk.cast.pottery.manager, base="/en/seller/gom-thu-nghiem/")
    assert stranger.get(stranger.base + f"quotes/{quote.pk}").status_code == 404
    assert stranger.get(f"/en/seller/moc-vi-du/quotes/{quote.pk}").status_code == 404
    assert Quote.objects.get().status == "REQUESTED"


def test_saying_no_at_the_desk(desk: Desk, manager: Person) -> None:
    quote = make_chair_quote(chair=desk.chair, user=desk.cast.buyer)
    manager.done(f"quotes/{quote.pk}", "decline", reason="Hết gỗ")
    offered = make_offer(make_chair_quote(chair=desk.chair, user=desk.cast.buyer))
    manager.done(f"quotes/{offered.pk}", "withdraw", reason="")
    assert set(Quote.objects.values_list("status", flat=True)) == {"DECLINED", "WITHDRAWN"}


def test_the_buyer_is_written_to_from_the_quote_and_answered_in_the_inbox(desk: Desk, manager: Person) -> None:
    quote = make_offer(make_chair_quote(chair=desk.chair, user=desk.cast.buyer))
    place = manager.done(f"quotes/{quote.pk}", "write", text="Chào chị")
    assert "/messages/" in place
    message = Message.objects.get()
    assert (message.author, message.conversation.quote) == ("SELLER", quote)
    talk = make_message(make_conversation(desk.cast.buyer, desk.cast.woodworks.seller)).conversation
    assert "1 new" in manager.see("messages?unread=1")
    html = manager.see(f"messages/{talk.pk}")
    assert problems(html, language="en") == []
    manager.done(f"messages/{talk.pk}", "send", text="Dạ được")
    assert talk.messages.count() == 2


def test_a_conversation_is_not_for_another_sellers_people(desk: Desk) -> None:
    talk = make_message(make_conversation(make_user(), desk.cast.woodworks.seller)).conversation
    stranger = Person(desk.cast.pottery.manager, base="/en/seller/gom-thu-nghiem/")
    assert stranger.get(stranger.base + f"messages/{talk.pk}").status_code == 404
    assert Person(desk.cast.woodworks.packer).get(f"/en/seller/moc-vi-du/messages/{talk.pk}").status_code == 404
