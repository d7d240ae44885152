"""Money on its way to a seller, as the ledger sees it. Rails and payouts build on these; who is paid when is theirs.

Started: what is payable is on its way. Done: the provider or bank doesn't hold it any more. Rejected: it is payable
again. Each once per payout, in the transaction that changes the payout.
"""

from i18n.money import Money
from orders.payouts.ledger.account import (
    AccountKind,
    LedgerAccount,
    payout_in_transit,
    provider_funds,
    seller_payable,
    tax_withheld,
)
from orders.payouts.ledger.balance import balance_of
from orders.payouts.ledger.post import About, Entry, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.locks import lock_accounts


class NothingPayable(Exception):
    """A seller would be paid more than is payable; nothing was done."""

    def __init__(self, seller_id: int, wanted: Money, payable: Money) -> None:
        super().__init__(f"{wanted} cannot be paid to seller {seller_id}, {payable} is payable")
        self.seller_id = seller_id
        self.wanted = wanted
        self.payable = payable


def payable_to(seller_id: int, currency: str) -> Money:
    """What could be paid out; below zero the seller owes."""
    return balance_of(seller_payable(seller_id), currency)


def start_payout(payout: str, *, seller_id: int, amount: Money) -> None:
    """``amount`` leaves what is payable, under a lock: two payouts never pay the same money. Raises
    ``NothingPayable``."""
    lock_payable(seller_id, amount.currency)
    payable = payable_to(seller_id, amount.currency)
    if not 0 < amount.amount <= payable.amount:
        raise NothingPayable(seller_id, amount, payable)
    entries = [debit(seller_payable(seller_id), amount), credit(payout_in_transit(seller_id), amount)]
    _post(TransactionKind.PAYOUT_STARTED, payout, amount, entries)


def payout_done(payout: str, *, seller_id: int, amount: Money, gateway: str) -> None:
    """It has arrived; ``gateway`` names who held the money."""
    entries = [debit(payout_in_transit(seller_id), amount), credit(provider_funds(gateway), amount)]
    _post(TransactionKind.PAYOUT_DONE, payout, amount, entries)


def payout_rejected(payout: str, *, seller_id: int, amount: Money) -> None:
    """The bank didn't take it, before anything left."""
    entries = [debit(payout_in_transit(seller_id), amount), credit(seller_payable(seller_id), amount)]
    _post(TransactionKind.PAYOUT_REJECTED, payout, amount, entries)


def payout_returned(payout: str, *, seller_id: int, amount: Money, gateway: str, key: str) -> None:
    """It had arrived, or been transferred, and came back, all or some of it; ``key`` tells one return from another."""
    entries = [debit(provider_funds(gateway), amount), credit(seller_payable(seller_id), amount)]
    _post(TransactionKind.TRANSFER_REVERSED, f"{payout}:{key}", amount, entries, payout=payout)


def withhold_tax(payout: str, *, seller_id: int, amount: Money, key: str) -> None:
    """Tax is kept back for the state from what is payable."""
    entries = [debit(seller_payable(seller_id), amount), credit(tax_withheld(seller_id), amount)]
    _post(TransactionKind.WITHHOLDING, key, amount, entries, payout=payout)


def lock_payable(seller_id: int, currency: str) -> None:
    """Hold a seller's account until the transaction ends. One that was never posted to has nothing to hold."""
    code = seller_payable(seller_id).code(currency)
    rows = LedgerAccount.objects.filter(code=code, kind=AccountKind.SELLER_PAYABLE)
    lock_accounts(rows.values_list("pk", flat=True))


def _post(kind: TransactionKind, key: str, amount: Money, entries: list[Entry], payout: str = "") -> None:
    post(
        kind,
        key=f"{kind.value.lower()}:{key}",
        currency=amount.currency,
        entries=entries,
        about=About(payout=payout or key),
    )
