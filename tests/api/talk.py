"""Requests, quotes and conversations in the world of the API, in the states that matter."""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.sellers.models import Seller
from orders.attachments.store import cleaned
from orders.lifecycle.by import By, Role
from orders.messages.message import Message
from orders.messages.message_report import MessageReport, MessageReportReason
from orders.messages.message_translation import MessageTranslation, TranslationStatus
from orders.messages.reader import ConversationReader
from orders.messages.report import report_message
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.request_quote import RequestedLine
from tests.cast import House
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.factories.orders import UTRECHT
from tests.factories.quotes import (
    accept,
    make_buyer_terms,
    make_chair_quote,
    make_conversation,
    make_counter,
    make_message,
    make_offer,
    make_request,
)
from tests.factories.sellers import make_seller

PAUSE = timedelta(minutes=1)
"""Nobody may write more than so much at once, nor ask for more than so much in a day."""


def make_talk(house: House, variant: Any, buyer: User, other_buyer: User, other_variant: Any) -> dict[str, Any]:
    """What the buyer bargains over and says, and the same of another buyer with another house."""
    offered = make_offer(make_chair_quote(3, chair=variant, user=buyer, shipping_address=UTRECHT.as_dict()))
    countered = make_counter(make_offer(make_chair_quote(4, chair=variant, user=buyer)))
    agreed = make_offer(make_chair_quote(1, chair=variant, user=buyer))
    accept(agreed)
    foreign = make_offer(make_chair_quote(2, chair=other_variant, user=other_buyer))
    talk = make_conversation(buyer, house.seller, product=variant.product)
    return {
        "quote": offered,
        "countered_quote": countered,
        "agreed_quote": agreed,
        "waiting_quote": _asked_of_two(house, variant, buyer),
        "other_quote": foreign,
        "terms": make_buyer_terms(buyer),
        "conversation": talk,
        "quote_conversation": make_conversation(buyer, house.seller, quote=offered),
        "other_conversation": make_message(make_conversation(other_buyer, other_variant.seller)).conversation,
        **_said(house, talk, buyer),
    }


def _asked_of_two(house: House, variant: Any, buyer: User) -> Any:
    lines = (
        RequestedLine(quantity=2, product_id=variant.product_id, variant_id=variant.pk),
        RequestedLine(quantity=9, description="Krukken"),
    )
    files = [cleaned("plan.png", make_image())]
    request = make_request(*lines, sellers=[house.seller, make_seller()], user=buyer, files=files)
    return request.quotes.select_related("request").get(seller=house.seller)


def _said(house: House, talk: Any, buyer: User) -> dict[str, Any]:
    message = make_message(talk, files=[cleaned("plan.png", make_image())])
    answer = make_message(talk, by=By(Role.SELLER, house.owner), text="Dạ có", language="vi")
    ConversationReader.objects.filter(conversation=talk, user=buyer).update(translate_into="nl")
    MessageTranslation.objects.create(
        message=answer,
        language="nl",
        text="Ja",
        status=TranslationStatus.DONE,
        engine="Test",
        available_at=timezone.now(),
    )
    return {
        "message": message,
        "answer": answer,
        "message_report": _reported(answer, buyer),
    }


def _reported(message: Message, reporter: User) -> MessageReport:
    return report_message(
        message=message, reporter=reporter, reason=MessageReportReason.OTHER, text="", now=timezone.now()
    )


def more_talk(facts: dict[str, Any], chair: Any, buyer: User, owner: User) -> None:
    """More of everything: rows of lists, and rows inside what is listed."""
    QuoteRequest.objects.update(created_at=F("created_at") - timedelta(days=1))
    Message.objects.update(created_at=F("created_at") - PAUSE)
    make_offer(make_counter(make_offer(make_chair_quote(2, chair=chair, user=buyer))))
    make_offer(facts["quote"], price="90.00")
    _more_requests(facts["seller"], chair, buyer)
    accept(make_offer(make_chair_quote(1, chair=chair, user=buyer)))
    about_quote = make_conversation(buyer, facts["seller"], quote=facts["countered_quote"])
    about_goods = make_conversation(buyer, facts["seller"], product=chair.product)
    for conversation in (about_quote, about_goods, facts["conversation"]):
        now = timezone.now()
        message = make_message(conversation, files=[cleaned("x.png", make_image())], now=now)
        report_message(message=message, reporter=owner, reason=MessageReportReason.OTHER, text="", now=now)
    for user in (owner, make_user()):
        make_buyer_terms(user)


def _more_requests(seller: Seller, chair: Any, buyer: User) -> None:
    """Asked of two, for goods and for something in words; and a sample."""
    goods = RequestedLine(quantity=2, product_id=chair.product_id, variant_id=chair.pk)
    files = [cleaned("plan.png", make_image())]
    words = RequestedLine(quantity=9, description="Krukken")
    make_request(goods, words, sellers=[seller, make_seller()], user=buyer, files=files)
    make_request(goods, sellers=[seller], user=buyer, is_sample=True)
