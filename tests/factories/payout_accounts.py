"""Sellers' accounts at the Stripe peer."""

from marketplace.sellers.models import Seller
from orders.payouts.accounts.open_account import account_link
from orders.payouts.accounts.payout_account import PayoutAccount


def make_payout_account(seller: Seller, *, country: str = "NL") -> PayoutAccount:
    """One that its owner hasn't filled in yet; the peer has to be set up."""
    account_link(seller=seller, country=country, return_to="https://example.org/seller")
    return PayoutAccount.objects.get(seller=seller)
