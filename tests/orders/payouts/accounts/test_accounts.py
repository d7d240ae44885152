"""Sellers' accounts at Stripe: opened once, filled in there, heard of, asked after."""

from datetime import timedelta

import pytest
from django.utils import timezone

from orders.payouts.accounts.check import check_accounts
from orders.payouts.accounts.open_account import account_link
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.payouts.rail import Payee, Refusal
from orders.payouts.rails.stripe_transfer.rail import RAIL
from orders.stripe_api.accounts import CountryNotServed
from orders.stripe_api.errors import StripeNotConfigured, StripeUnavailable
from tests.factories.payout_accounts import make_payout_account
from tests.factories.sellers import make_seller
from tests.orders.payments.gateways.stripe.browser import submit
from tests.orders.payments.gateways.stripe.shop import hear
from tests.peers.stripe import StripePeer
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db
BACK = "https://example.org/seller"


def test_its_owner_fills_it_in_at_stripe_and_comes_back(peer: StripePeer) -> None:
    seller = make_seller()
    link = account_link(seller=seller, country="NL", return_to=BACK)
    account = PayoutAccount.objects.get()
    assert (account.country, account.can_receive, account.missing) == ("NL", False, [])
    assert submit(link) == (303, BACK)
    hear(peer)
    account.refresh_from_db()
    assert (account.can_receive, account.can_pay_out) == (True, True)


def test_a_seller_has_one_account_however_often_it_is_asked_for(peer: StripePeer) -> None:
    seller = make_seller()
    for country in ("NL", "DE", "NL"):
        account_link(seller=seller, country=country, return_to=BACK)
    assert len(peer.world.all("account")) == 1
    assert PayoutAccount.objects.get().country == "NL"


def test_vietnam_is_not_served_and_nothing_is_made(peer: StripePeer) -> None:
    with pytest.raises(CountryNotServed):
        account_link(seller=make_seller(), country="VN", return_to=BACK)
    assert not peer.asked
    assert RAIL.refuses("EUR", Payee(1, "VN", "acct_1", can_receive=True)) == Refusal.COUNTRY_NOT_SUPPORTED


def test_without_a_key_there_are_none() -> None:
    with pytest.raises(StripeNotConfigured):
        account_link(seller=make_seller(), country="NL", return_to=BACK)
    assert RAIL.refuses("EUR", Payee(1, "NL", "acct_1", can_receive=True)) == Refusal.NOT_CONFIGURED


@pytest.mark.parametrize(
    ("payee", "refusal"),
    [
        (Payee(1, "NL"), Refusal.ACCOUNT_MISSING),
        (Payee(1, "NL", "acct_1"), Refusal.ACCOUNT_NOT_READY),
        (Payee(1, "NL", "acct_1", can_receive=True), None),
    ],
)
def test_the_rail_says_why_not(peer: StripePeer, payee: Payee, refusal: Refusal | None) -> None:
    assert RAIL.refuses("EUR", payee) == refusal
    assert RAIL.refuses("XAU", payee) == Refusal.CURRENCY_NOT_SUPPORTED


def test_a_lost_message_is_made_up_for_by_asking(peer: StripePeer) -> None:
    account = make_payout_account(make_seller())
    peer.seller_onboards(account.reference)
    peer.webhooks.lose()
    assert check_accounts(now=timezone.now()) == 0, "asked after a minute ago"
    assert check_accounts(now=timezone.now() + timedelta(hours=2)) == 1
    account.refresh_from_db()
    assert account.can_receive


def test_an_account_that_stripe_distrusts_receives_nothing_more(peer: StripePeer) -> None:
    account = make_payout_account(make_seller())
    peer.seller_onboards(account.reference)
    peer.seller_is_restricted(account.reference)
    hear(peer, backwards=True)
    account.refresh_from_db()
    assert (account.can_receive, account.missing) == (False, ["individual.verification.document"])


def test_stripe_is_away(peer: StripePeer) -> None:
    account = make_payout_account(make_seller())
    peer.switches.meet(Trouble.SERVER_ERROR, times=20)
    assert check_accounts(now=timezone.now() + timedelta(hours=2)) == 0
    with pytest.raises(StripeUnavailable):
        account_link(seller=account.seller, country="NL", return_to=BACK)
