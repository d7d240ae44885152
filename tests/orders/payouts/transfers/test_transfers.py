"""A seller is paid out of the buyer's charge when its part has shipped; what is refunded comes back in proportion."""

from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.lifecycle.order import Order
from orders.models import PartTransfer, SellerOrder, TransferReversal
from orders.payments.owe_refund import owe_refund
from orders.payments.refund import RefundReason
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import payout_in_transit, provider_funds, seller_payable
from orders.payouts.ledger.balance import balance_of
from orders.payouts.transfers.send import send_transfers
from orders.payouts.transfers.transfer import TransferStatus
from tests.factories.money import make_commission_rule
from tests.factories.orders import SELLER, make_chair, make_packed_order
from tests.factories.payout_accounts import make_payout_account
from tests.factories.sellers import make_seller
from tests.orders.payments.gateways.stripe.shop import hear, place_paid, ship, work
from tests.peers.stripe import StripePeer
from tests.peers.stripe.switches import Trouble

pytestmark = pytest.mark.django_db


def seller_with_account(peer: StripePeer) -> Seller:
    seller = make_seller()
    account = make_payout_account(seller)
    peer.seller_onboards(account.reference)
    hear(peer)
    return seller


def refund(part: SellerOrder, text: str, key: str) -> None:
    owe_refund(part, Money(Decimal(text), part.currency), key=key, reason=RefundReason.GOODWILL, by=SELLER)
    work()


def earned(part: SellerOrder) -> Money:
    return Earning.objects.get(seller_order=part).payable


def at_stripe(peer: StripePeer) -> int:
    return sum(row["amount"] - row["amount_reversed"] for row in peer.world.all("transfer"))


@pytest.fixture
def sold(peer: StripePeer) -> SellerOrder:
    """Two chairs of a seller with an account, and one of a seller without; paid."""
    make_commission_rule(percent=Decimal(8))
    seller = seller_with_account(peer)
    order = place_paid(peer, (make_chair(seller=seller), 2), (make_chair(), 1))
    return order.seller_orders.get(seller=seller)


def test_nothing_is_transferred_before_anything_left(sold: SellerOrder, peer: StripePeer) -> None:
    work()
    assert not peer.world.all("transfer")


def test_a_shipped_part_is_transferred_and_another_sellers_is_not(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    transfer = peer.only("transfer")
    assert transfer["amount"] == earned(sold).minor_units() > 0
    assert transfer["transfer_group"] == sold.order.number
    assert transfer["source_transaction"] == peer.only("charge")["id"]
    assert PartTransfer.objects.get().status == TransferStatus.DONE
    assert balance_of(seller_payable(sold.seller_id), sold.currency).amount == 0
    assert balance_of(payout_in_transit(sold.seller_id), sold.currency).amount == 0

    other = sold.order.seller_orders.exclude(pk=sold.pk).get()
    ship(other)
    assert len(peer.world.all("transfer")) == 1
    assert balance_of(seller_payable(other.seller_id), sold.currency) == earned(other)


def test_what_leaves_in_two_parcels_is_transferred_in_two(sold: SellerOrder, peer: StripePeer) -> None:
    line = sold.lines.get()
    ship(sold, {line.pk: 1})
    assert at_stripe(peer) == earned(sold).minor_units()
    ship(sold, {line.pk: 1})
    assert (at_stripe(peer), len(peer.world.all("transfer"))) == (earned(sold).minor_units(), 2)


@pytest.mark.parametrize("parts", [["10.00"], ["3.33", "3.33", "3.34"], ["0.01"] * 7])
def test_refunds_reverse_in_proportion_to_the_last_unit(sold: SellerOrder, peer: StripePeer, parts: list[str]) -> None:
    ship(sold)
    before = at_stripe(peer)
    for number, text in enumerate(parts):
        refund(sold, text, f"r{number}")
    given_back = sum(Decimal(text) for text in parts)
    assert at_stripe(peer) == earned(sold).minor_units()
    assert 0 < before - at_stripe(peer) <= given_back * 100
    assert balance_of(seller_payable(sold.seller_id), sold.currency).amount == 0


def test_a_whole_refund_reverses_everything(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    refund(sold, str(sold.total_amount), "all")
    assert (at_stripe(peer), peer.only("transfer")["reversed"]) == (0, True)


def test_the_books_say_what_stripe_holds(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    refund(sold, "20.00", "some")
    hear(peer, twice=True, backwards=True)
    charge = peer.only("charge")
    held = charge["amount_captured"] - charge["amount_refunded"] - at_stripe(peer)
    assert balance_of(provider_funds("stripe"), sold.currency).minor_units() == held


@pytest.mark.parametrize("trouble", [each for each in Trouble if each != Trouble.GARBAGE], ids=lambda it: it.name)
def test_every_trouble_transfers_and_reverses_once(sold: SellerOrder, peer: StripePeer, trouble: Trouble) -> None:
    peer.switches.meet(trouble, "/v1/transfers", times=2)
    ship(sold)
    _until_done()
    peer.switches.meet(trouble, "/v1/transfers", times=2)
    refund(sold, "10.00", "r")
    _until_done()
    assert len(peer.world.all("transfer")) == 1
    assert len(peer.world.all("transfer_reversal")) == 1
    assert at_stripe(peer) == earned(sold).minor_units()


def _until_done() -> None:
    for model in (PartTransfer, TransferReversal):
        for _ in range(3):
            model.objects.filter(status=TransferStatus.DUE).update(due_at=timezone.now())
            send_transfers(now=timezone.now())
        assert not model.objects.filter(status=TransferStatus.DUE).exists()


def test_one_id_transfers_once_even_after_stripe_forgot_it(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    peer.forget_idempotency_keys()
    row = PartTransfer.objects.get()
    PartTransfer.objects.update(status=TransferStatus.DUE, due_at=timezone.now())
    send_transfers(now=timezone.now())
    assert PartTransfer.objects.get().reference == row.reference
    assert len(peer.world.all("transfer")) == 1


def test_a_refused_transfer_is_the_sellers_balance_again(sold: SellerOrder, peer: StripePeer) -> None:
    peer.seller_is_restricted(peer.only("account")["id"])  # and the message about it hasn't come yet
    ship(sold)
    row = PartTransfer.objects.get()
    assert (row.status, row.code) == (TransferStatus.FAILED, "INSUFFICIENT_CAPABILITIES_FOR_TRANSFER")
    assert balance_of(seller_payable(sold.seller_id), sold.currency) == earned(sold)

    hear(peer)
    peer.seller_onboards(peer.only("account")["id"])
    hear(peer)
    assert at_stripe(peer) == earned(sold).minor_units()


def test_what_was_earned_before_there_was_an_account_is_transferred_when_there_is(peer: StripePeer) -> None:
    seller = make_seller()
    order = place_paid(peer, (make_chair(seller=seller), 1))
    part = order.seller_orders.get()
    ship(part)
    assert not peer.world.all("transfer")
    account = make_payout_account(seller)
    work()
    assert not peer.world.all("transfer")
    peer.seller_onboards(account.reference)
    hear(peer)
    assert at_stripe(peer) == earned(part).minor_units()


def test_money_that_lies_elsewhere_is_not_taken_from_stripe(peer: StripePeer) -> None:
    seller = seller_with_account(peer)
    order = make_packed_order((make_chair(seller=seller), 1))  # paid with the test card
    ship(order.seller_orders.get())
    assert not peer.world.all("transfer")
    assert balance_of(seller_payable(seller.pk), "EUR") == earned(order.seller_orders.get())


def test_a_reversal_by_hand_at_stripe_is_written_down_once(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    peer.reverse_in_dashboard(peer.only("transfer")["id"], 500)
    hear(peer, twice=True)
    row = TransferReversal.objects.get()
    assert (row.money, row.status) == (Money(Decimal("5.00"), "EUR"), TransferStatus.DONE)
    assert balance_of(seller_payable(sold.seller_id), sold.currency) == row.money


def test_a_debt_is_settled_before_the_next_transfer(peer: StripePeer) -> None:
    seller = seller_with_account(peer)
    first = place_paid(peer, (make_chair(seller=seller), 1)).seller_orders.get()
    ship(first)
    peer.switches.reversals_are_refused = True
    refund(first, "50.00", "r")
    owed = balance_of(seller_payable(seller.pk), "EUR")
    assert owed.amount < 0
    second = place_paid(peer, (make_chair(seller=seller), 1)).seller_orders.get()
    ship(second)
    assert PartTransfer.objects.latest("created_at").money == earned(second) + owed


def test_an_order_has_one_group_at_stripe(sold: SellerOrder, peer: StripePeer) -> None:
    ship(sold)
    number = Order.objects.get(pk=sold.order_id).number
    assert {peer.only("payment_intent")["transfer_group"], peer.only("transfer")["transfer_group"]} == {number}
