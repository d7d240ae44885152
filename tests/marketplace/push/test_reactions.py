"""Who is told of what, in which words, and where a notice leads."""

import json
from typing import Any

import pytest
from django.urls import resolve

from marketplace.accounts.models import User
from marketplace.expo.meetings.events import Change, MeetingChanged
from marketplace.expo.meetings.meeting import Side
from marketplace.push.meetings import push_meeting
from marketplace.push.message import PushMessage
from marketplace.push.messages import push_message
from marketplace.push.orders import push_new_order, push_shipped
from marketplace.push.quotes import push_offer, push_request
from marketplace.sellers.member import MemberRole
from orders.events import MessageSent, OrderPaid, QuoteOffered, QuoteRequested, SellerOrderShipped
from orders.fulfillment.ship import Dispatch, ship_seller_order
from orders.lifecycle.by import By, Role
from tests.factories.accounts import make_user
from tests.factories.channels import make_channel
from tests.factories.expo import make_exhibitor
from tests.factories.meetings import make_meeting
from tests.factories.orders import SELLER, make_chair, make_packed_order
from tests.factories.push import make_device
from tests.factories.quotes import make_chair_quote, make_conversation, make_message, make_offer
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db


def listening(**overrides: Any) -> User:
    """Somebody with a device that is told of everything."""
    user = make_user(**overrides)
    make_device(user)
    return user


def told() -> dict[int, dict[str, str]]:
    """What waits for whom, by user; each notice leads to a page that there is."""
    rows = PushMessage.objects.select_related("subscription").order_by("pk")
    said = {row.subscription.user_id: json.loads(row.payload) for row in rows}
    for payload in said.values():
        assert resolve(payload["path"]).url_name
    PushMessage.objects.all().delete()
    return said


def test_orders_are_told_to_who_packs_and_what_left_to_the_buyer() -> None:
    chair, buyer = make_chair(), listening(language="nl")
    packer, stranger = listening(language="vi"), listening()
    make_member(chair.seller, MemberRole.PACKER, packer)
    make_member(make_seller(), MemberRole.OWNER, stranger)
    order = make_packed_order((chair, 3), user=buyer)
    part = order.seller_orders.get()
    part.status = "CONFIRMED"
    part.save()
    push_new_order(OrderPaid(order_id=str(order.pk)))
    [(whom, said)] = told().items()
    assert whom == packer.pk
    assert part.number in said["title"]
    assert (said["lang"], said["path"]) == ("vi", f"/vi/seller/{chair.seller.slug}/orders")
    assert "3" in said["body"]
    assert "sanne" not in json.dumps(said).lower(), "who bought is behind the sign-in"

    part.status = "PACKING"
    part.save()
    fulfillment = ship_seller_order(seller_order_id=part.pk, dispatch=Dispatch("Viettel Post"), by=SELLER)
    push_shipped(SellerOrderShipped(seller_order_id=str(part.pk), fulfillment_id=fulfillment.pk))
    [(whom, said)] = told().items()
    assert (whom, said["path"]) == (buyer.pk, f"/nl/eu/orders/{order.pk}")
    assert order.number in said["title"]
    assert said["body"] == f"{chair.seller.name} · Viettel Post"


def test_a_guest_who_ordered_has_no_device() -> None:
    order = make_packed_order((make_chair(), 1))
    fulfillment = ship_seller_order(
        seller_order_id=order.seller_orders.get().pk, dispatch=Dispatch("Viettel Post"), by=SELLER
    )
    push_shipped(SellerOrderShipped(str(order.seller_orders.get().pk), fulfillment.pk))
    assert told() == {}


def test_quotes_are_told_to_who_runs_the_shop_and_offers_to_the_buyer() -> None:
    chair, buyer = make_chair(), listening(language="ja")
    manager, packer = listening(), listening()
    make_member(chair.seller, MemberRole.MANAGER, manager)
    make_member(chair.seller, MemberRole.PACKER, packer)
    quote = make_chair_quote(chair=chair, user=buyer)
    push_request(QuoteRequested(quote_id=str(quote.pk)))
    said = told()
    assert set(said) == {manager.pk}
    assert said[manager.pk]["path"] == f"/en/seller/{chair.seller.slug}/quotes/{quote.pk}"

    quote = make_offer(quote)
    for _again in range(2):
        push_offer(QuoteOffered(quote_id=str(quote.pk), version=quote.latest_version))
    assert PushMessage.objects.count() == 1
    [(whom, words)] = told().items()
    assert (whom, words["path"]) == (buyer.pk, f"/ja/eu/quotes/{quote.pk}")
    assert quote.number in words["body"]
    assert "98.50" not in json.dumps(words), "prices stay on the page"


def test_messages_are_told_to_the_other_side_without_their_words() -> None:
    make_channel("eu")
    seller, buyer = make_seller(), listening()
    owner, packer = listening(language="vi"), listening()
    make_member(seller, MemberRole.OWNER, owner)
    make_member(seller, MemberRole.PACKER, packer)
    talk = make_conversation(buyer, seller)
    asked = make_message(talk)
    push_message(MessageSent(conversation_id=str(talk.pk), message_id=str(asked.pk)))
    said = told()
    assert set(said) == {owner.pk}, "a packer reads only what is about orders"
    assert said[owner.pk]["path"] == f"/vi/seller/{seller.slug}/messages/{talk.pk}"
    assert asked.text not in json.dumps(said, ensure_ascii=False)

    answered = make_message(talk, by=By(Role.SELLER, owner))
    push_message(MessageSent(conversation_id=str(talk.pk), message_id=str(answered.pk)))
    [(whom, words)] = told().items()
    assert (whom, words["body"]) == (buyer.pk, seller.name)

    answered.removed_at = answered.created_at
    answered.save()
    push_message(MessageSent(conversation_id=str(talk.pk), message_id=str(answered.pk)))
    assert told() == {}


def test_meetings_asked_for_are_told_to_the_exhibitor() -> None:
    seller, owner = make_seller(), listening()
    make_member(seller, MemberRole.OWNER, owner)
    meeting = make_meeting(make_exhibitor(seller=seller))

    def changed(change: Change, by: str, sequence: int = meeting.sequence) -> dict[int, dict[str, str]]:
        push_meeting(MeetingChanged(meeting.pk, change, by, sequence))
        return told()

    said = changed(Change.REQUESTED, Side.VISITOR)
    assert set(said) == {owner.pk}
    assert meeting.expo.name in said[owner.pk]["body"]
    assert changed(Change.REQUESTED, Side.EXHIBITOR) == {}
    assert changed(Change.ACCEPTED, Side.VISITOR) == {}
    assert changed(Change.REQUESTED, Side.VISITOR, meeting.sequence + 1) == {}, "overtaken"
