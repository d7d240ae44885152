"""What a market does not offer is refused by the verbs, whoever asks and however; everything else goes on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import Review, ReviewInvitation
from catalog.refusal import Refused
from catalog.reviews.invite import invite_review
from catalog.reviews.write import write_review
from marketplace.channels.models import Channel
from marketplace.channels.set_switches import set_switches
from marketplace.channels.switches import FeatureOff, Switch
from orders.checkout.promo_code import add_promo_code
from orders.lifecycle.order import Order
from orders.messages.conversation import Conversation
from orders.messages.start import start_conversation
from orders.messages.subject import Subject
from orders.payments.discovery import UnknownGateway
from orders.quotes.quote_request import QuoteRequest
from orders.vouchers.refusal import VoucherNotApplicable
from tests.factories.accounts import make_user
from tests.factories.catalog import make_product
from tests.factories.channels import make_channel
from tests.factories.orders import ACCEPTED_CARD, complete, make_chair, make_ready_checkout
from tests.factories.quotes import make_offer, make_quote, make_request
from tests.factories.sellers import make_seller
from tests.factories.vouchers import make_voucher

pytestmark = pytest.mark.django_db


def switch(channel: Channel, which: Switch, on: bool = False) -> None:
    set_switches(channel_id=channel.pk, wanted={which: on})


@pytest.mark.parametrize(
    ("off", "how"),
    [
        (Switch.ORDERS, {}),
        (Switch.GUEST_CHECKOUT, {}),
        (Switch.BANK_TRANSFER, {}),
        (Switch.CARD_PAYMENT, {"gateway": "test_card", "data": ACCEPTED_CARD}),
    ],
)
def test_nothing_is_ordered_in_a_way_that_is_off(off: Switch, how: dict[str, Any]) -> None:
    checkout = make_ready_checkout((make_chair(), 1))
    switch(checkout.channel, off)
    with pytest.raises((FeatureOff, UnknownGateway)):
        complete(checkout.pk, **how)
    assert not Order.objects.exists()
    switch(checkout.channel, off, on=True)
    assert complete(checkout.pk, **how).pk


def test_whoever_is_signed_in_orders_where_guests_do_not() -> None:
    checkout = make_ready_checkout((make_chair(), 1))
    checkout.user = make_user()
    checkout.save(update_fields=["user"])
    switch(checkout.channel, Switch.GUEST_CHECKOUT)
    assert complete(checkout.pk).user == checkout.user


def test_no_code_lowers_anything_where_vouchers_are_off() -> None:
    checkout = make_ready_checkout((make_chair(price="100.00"), 1))
    make_voucher()
    switch(checkout.channel, Switch.VOUCHERS)
    with pytest.raises(VoucherNotApplicable) as refused:
        add_promo_code(checkout_id=checkout.pk, code="SPRING", now=timezone.now())
    assert refused.value.problem == "SWITCHED_OFF"


def test_no_requests_for_offers_and_one_under_way_goes_on() -> None:
    quote = make_quote()
    switch(quote.request.channel, Switch.QUOTE_REQUESTS)
    with pytest.raises(FeatureOff):
        make_request()
    assert QuoteRequest.objects.count() == 1 and make_offer(quote).latest_version == 1


def test_offers_ask_for_everything_at_once_where_terms_are_off() -> None:
    quote = make_quote()
    switch(quote.request.channel, Switch.PAYMENT_TERMS)
    with pytest.raises(Refused) as refused:
        make_offer(quote)
    assert [problem.code for problem in refused.value.problems] == ["FEATURE_OFF"]


def test_conversations_begin_where_the_market_of_what_they_are_about_allows_it() -> None:
    europe, america, seller, buyer = make_channel("eu"), make_channel("us"), make_seller(), make_user()
    quote = make_quote(user=buyer)
    switch(europe, Switch.MESSAGES)

    def start(subject: Subject, market: Channel | None) -> Callable[[], Conversation]:
        fresh = Channel.objects.get(pk=market.pk) if market else None
        return lambda: start_conversation(buyer=buyer, subject=subject, now=timezone.now(), market=fresh)

    for refused in (start(Subject(seller), europe), start(Subject(quote.seller, quote=quote), america)):
        with pytest.raises(FeatureOff):
            refused()
    begun = start(Subject(seller), america)()
    assert start(Subject(seller), europe)() == begun, "one that is there goes on"
    Channel.objects.exclude(pk=europe.pk).update(is_active=False)
    with pytest.raises(FeatureOff):
        start(Subject(make_seller()), None)()


def test_nobody_reviews_or_is_asked_to_where_reviews_are_off() -> None:
    europe, product = make_channel("eu"), make_product()
    given: dict[str, Any] = {"product": product, "purchase": "p:1", "user": None}
    right = invite_review(line="l:1", channel=europe, **given)
    switch(europe, Switch.REVIEWS)
    europe.refresh_from_db()
    assert invite_review(line="l:2", channel=europe, **given) is None
    assert right is not None
    with pytest.raises(FeatureOff):
        write_review(invitation=ReviewInvitation.objects.get(pk=right.pk), rating=5, text="Mooi", language="nl")
    assert not Review.objects.exists()
