"""What lies in an account: the sum of its entries, read the way the account is meant."""

from decimal import Decimal

from django.db.models import Sum

from i18n.money import Money
from orders.payouts.ledger.account import OURS, AccountName, LedgerAccount
from orders.payouts.ledger.transaction import LedgerEntry
from orders.stored_money import stored


def balance(account: LedgerAccount) -> Money:
    """Debits less credits where others hold money for us, credits less debits where we owe it."""
    total = LedgerEntry.objects.filter(account=account).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return stored(total if account.kind in OURS else -total, account.currency)


def balance_of(name: AccountName, currency: str) -> Money:
    """The same by name; zero for an account that was never posted to."""
    account = LedgerAccount.objects.filter(code=name.code(currency)).first()
    return balance(account) if account else Money.zero(currency)
