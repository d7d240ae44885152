import pytest
from django.utils import timezone

from orders.payouts.fees.provider_fees import record_fees
from orders.payouts.ledger.account import PROVIDER_FEES
from orders.payouts.ledger.balance import balance_of
from tests.orders.payments.gateways.stripe.shop import place_paid
from tests.peers.stripe import StripePeer
from tests.peers.stripe.balance import fee_on
from tests.peers.stripe.disputes import FEE
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db


def test_what_stripe_keeps_is_written_down_once_and_given_back_when_it_gives_it_back(peer: StripePeer) -> None:
    place_paid(peer)
    charge = peer.only("charge")
    kept = fee_on(charge["amount"])
    assert record_fees(now=timezone.now()) == 1
    assert record_fees(now=timezone.now()) == 0
    assert balance_of(PROVIDER_FEES, "EUR").minor_units() == kept

    dispute = peer.bank_disputes(charge["id"])
    record_fees(now=timezone.now())
    assert balance_of(PROVIDER_FEES, "EUR").minor_units() == kept + FEE
    peer.bank_decides(dispute["id"], won=True)
    record_fees(now=timezone.now())
    assert balance_of(PROVIDER_FEES, "EUR").minor_units() == kept


def test_a_provider_that_is_away_is_asked_the_next_time(peer: StripePeer) -> None:
    place_paid(peer)
    peer.switches.meet(Trouble.HANG_UP, times=3)
    assert record_fees(now=timezone.now()) == 0
    assert record_fees(now=timezone.now()) == 1
