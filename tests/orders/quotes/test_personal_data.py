from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.accounts.privacy.registry import ErasureRefused
from marketplace.sellers.member import MemberRole
from orders.attachments.store import cleaned
from orders.lifecycle.by import By, Role
from orders.messages.conversation import Conversation
from orders.messages.message import Message
from orders.models import Instalment, Order, OrderLine, Quote, QuoteRequest
from orders.personal_data import erase_orders, export_orders
from orders.quotes.states import QuoteStatus
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.factories.orders import UTRECHT
from tests.factories.quotes import (
    accept,
    make_buyer_terms,
    make_chair_quote,
    make_conversation,
    make_message,
    make_offer,
    make_quote,
    net,
)
from tests.factories.sellers import make_member

pytestmark = pytest.mark.django_db


def test_people_get_what_they_asked_and_wrote() -> None:
    user = make_user()
    quote = make_quote(user=user, text="Voor ons nieuwe kantoor", files=[cleaned("plan.png", make_image())])
    make_message(make_conversation(user), text="Goedendag")
    held = export_orders(user)
    (request,) = held["quoteRequests"]
    assert (request["number"], request["text"], request["files"]) == (
        quote.request.number,
        "Voor ons nieuwe kantoor",
        ["plan.webp"],
    )
    assert [message["text"] for message in held["messages"]] == ["Goedendag"]


def test_words_addresses_and_files_go_and_open_quotes_are_closed() -> None:
    user = make_user()
    offered = make_offer(make_chair_quote(user=user, text="Geheim", shipping_address=UTRECHT.as_dict()))
    waiting = make_quote(user=user, text="Geheim", files=[cleaned("plan.png", make_image())])
    talk = make_conversation(user)
    make_message(talk)

    erase_orders(user)

    assert {quote.status for quote in Quote.objects.all()} == {QuoteStatus.DECLINED, QuoteStatus.WITHDRAWN}
    for request in QuoteRequest.objects.all():
        assert (request.user, request.text, request.shipping_address, request.files.count()) == (None, "", None, 0)
        assert request.erased_at is not None
    assert waiting.request.lines.get().description == "—"
    assert offered.versions.count() == 1
    assert (Message.objects.get().text, Conversation.objects.get().buyer) == ("", None)


def test_what_somebody_wrote_for_a_seller_stays_without_their_name() -> None:
    talk = make_conversation()
    owner = make_member(talk.seller, MemberRole.OWNER, make_user())
    make_message(talk, by=By(Role.SELLER, owner), text="Có hàng")
    erase_orders(owner)
    message = Message.objects.get()
    assert (message.text, message.user) == ("Có hàng", None)


def test_nobody_leaves_owing_on_net_days() -> None:
    user = make_user()
    make_buyer_terms(user)
    order = accept(make_offer(make_chair_quote(user=user), payment=net(30)))
    Order.objects.filter(pk=order.pk).update(status="DELIVERED", created_at=timezone.now() - timedelta(days=9))
    with pytest.raises(ErasureRefused):
        erase_orders(user)
    row = Instalment.objects.get(order=order)
    row.charged_amount = row.amount
    row.save()
    erase_orders(user)
    assert OrderLine.objects.filter(seller_order__order=order).count() == 1
