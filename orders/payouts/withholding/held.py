"""What is held of a seller's tax, and what the state owes of it, under a lock."""

from i18n.money import Money
from orders.payouts.ledger.account import LedgerAccount, tax_receivable, tax_withheld
from orders.payouts.ledger.balance import balance_of
from orders.payouts.locks import lock_accounts


def lock_withheld(seller_id: int, currency: str) -> Money:
    """What was withheld and not paid to the state yet. Both accounts are held until the transaction ends."""
    codes = [name.code(currency) for name in (tax_withheld(seller_id), tax_receivable(seller_id))]
    lock_accounts(LedgerAccount.objects.filter(code__in=codes).values_list("pk", flat=True))
    return balance_of(tax_withheld(seller_id), currency)


def owed_by_state(seller_id: int, currency: str) -> Money:
    return balance_of(tax_receivable(seller_id), currency)
