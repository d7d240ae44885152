"""Which sellers are paid to the same bank account: what the operator asks about, and nothing is decided by it."""

from collections import defaultdict

from marketplace.sellers.models import Seller
from orders.payouts.bank_accounts.bank_account import SellerBankAccount

MOST = 20


def sellers_sharing(accounts: list[SellerBankAccount]) -> list[list[Seller]]:
    """For each account the other sellers that have its number, at most twenty; one query, nothing is opened.

    Numbers are compared under one key: while secrets are being moved to a new one, what was not moved yet isn't found.
    """
    prints = {account.account_fingerprint for account in accounts}
    same: dict[str, dict[int, Seller]] = defaultdict(dict)
    rows = SellerBankAccount.objects.filter(account_fingerprint__in=prints).select_related("seller")
    for row in rows.order_by("seller_id"):
        same[row.account_fingerprint][row.seller_id] = row.seller
    return [
        [seller for key, seller in same[account.account_fingerprint].items() if key != account.seller_id][:MOST]
        for account in accounts
    ]
