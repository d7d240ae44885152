"""Write one balanced transaction. Nothing else ever writes an entry.

1. Leave out what is zero, add up what meets in one account; refuse what isn't whole minor units of the currency.
2. The entries add up to zero, or nothing is written.
3. The key makes it once: the same facts again are the same transaction, other facts under it are refused.
4. Accounts that are drawn on and may not be overdrawn are locked and looked at before anything is written.

Example: 100.00 EUR arrive at the card provider for an order: debit PROVIDER_FUNDS 100.00, credit BUYER_FUNDS 100.00.
Its goods leave, commission 8 % with 10 % tax on it: debit BUYER_FUNDS 100.00, credit COMMISSION 8.00, COMMISSION_TAX
0.80 and SELLER_PAYABLE 91.20.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from i18n.money import Money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.ledger.account import NEVER_BELOW_ZERO, OURS, AccountKind, AccountName, LedgerAccount
from orders.payouts.ledger.balance import balance
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction, TransactionKind
from orders.payouts.locks import lock_accounts

if TYPE_CHECKING:  # both are posted about, and their modules post
    from orders.payments.payment import Payment
    from orders.payments.refund import Refund


class Unbalanced(Exception):
    """The entries do not add up to zero; nothing was written."""

    def __init__(self, key: str, difference: Decimal, currency: str) -> None:
        super().__init__(f"{key} is out of balance by {difference} {currency}")
        self.key = key
        self.difference = difference
        self.currency = currency


class Overdrawn(Exception):
    """An account that can hold nothing below zero would; nothing was written."""

    def __init__(self, account: str, balance: Money) -> None:
        super().__init__(f"{account} would be {balance}")
        self.account = account
        self.balance = balance


class KeyReused(Exception):
    """The key belongs to a transaction that says something else; nothing was written."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key!r} was posted with other entries")
        self.key = key


@dataclass(frozen=True, slots=True)
class Entry:
    """``amount`` above zero is a debit, below zero a credit."""

    account: AccountName
    amount: Money


@dataclass(frozen=True, slots=True)
class About:
    """What a transaction refers to."""

    order: Order | None = None
    seller_order: SellerOrder | None = None
    payment: "Payment | None" = None
    refund: "Refund | None" = None
    payout: str = ""


def debit(account: AccountName, amount: Money) -> Entry:
    return Entry(account, amount)


def credit(account: AccountName, amount: Money) -> Entry:
    return Entry(account, -amount)


def post(
    kind: TransactionKind,
    *,
    key: str,
    currency: str,
    entries: Sequence[Entry],
    about: About | None = None,
    at: datetime | None = None,
) -> LedgerTransaction | None:
    """The one transaction of this key; nothing where no money moves. Inside the transaction that states the fact.

    Raises ``Unbalanced``, ``Overdrawn``, ``KeyReused``, ``CurrencyMismatch``, ``BrokenMinorUnit``.
    """
    amounts = _added_up(entries, currency)
    difference = sum(amounts.values(), Decimal(0))
    if difference:
        raise Unbalanced(key, difference, currency)
    if not amounts:
        return None
    with transaction.atomic():
        posted = LedgerTransaction.objects.filter(key=key).first()
        if posted is not None:
            return _same(posted, kind, amounts, currency)
        accounts = _accounts(amounts, currency)
        _refuse_overdraft({accounts[name].pk: amount for name, amount in amounts.items()}, accounts)
        return _write(kind, key, currency, [(accounts[name], amount) for name, amount in amounts.items()], about, at)


def _added_up(entries: Sequence[Entry], currency: str) -> dict[AccountName, Decimal]:
    amounts: dict[AccountName, Money] = {}
    for entry in entries:
        amounts[entry.account] = amounts.get(entry.account, Money.zero(currency)) + entry.amount
    for amount in amounts.values():
        amount.minor_units()
    return {name: amount.amount for name, amount in amounts.items() if amount}


def _same(
    posted: LedgerTransaction, kind: TransactionKind, amounts: dict[AccountName, Decimal], currency: str
) -> LedgerTransaction:
    written = dict(posted.entries.values_list("account__code", "amount"))
    wanted = {name.code(currency): amount for name, amount in amounts.items()}
    if posted.kind != kind or written != wanted:
        raise KeyReused(posted.key)
    return posted


def _accounts(amounts: dict[AccountName, Decimal], currency: str) -> dict[AccountName, LedgerAccount]:
    codes = {name.code(currency): name for name in amounts}
    found = {account.code: account for account in LedgerAccount.objects.filter(code__in=codes)}
    for code in sorted(codes.keys() - found.keys()):
        name = codes[code]
        found[code], _ = LedgerAccount.objects.get_or_create(
            code=code,
            defaults={
                "kind": name.kind,
                "currency": currency,
                "seller_id": name.seller_id,
                "order_id": name.order_id,
                "gateway": name.gateway,
            },
        )
    return {name: found[code] for code, name in codes.items()}


def _refuse_overdraft(amounts: dict[int, Decimal], accounts: dict[AccountName, LedgerAccount]) -> None:
    drawn = [account.pk for account in accounts.values() if _draws(AccountKind(account.kind), amounts[account.pk])]
    if not drawn:
        return
    for account in lock_accounts(drawn):
        change = amounts[account.pk] if account.kind in OURS else -amounts[account.pk]
        after = balance(account) + Money(change, account.currency)
        if after.amount < 0:
            raise Overdrawn(account.code, after)


def _draws(kind: AccountKind, amount: Decimal) -> bool:
    return kind in NEVER_BELOW_ZERO and (amount < 0 if kind in OURS else amount > 0)


def _write(
    kind: TransactionKind,
    key: str,
    currency: str,
    amounts: Sequence[tuple[LedgerAccount, Decimal]],
    about: About | None,
    at: datetime | None,
) -> LedgerTransaction:
    about = about or About()
    written = LedgerTransaction.objects.create(
        kind=kind,
        key=key,
        currency=currency,
        at=at or timezone.now(),
        order=about.order,
        seller_order=about.seller_order,
        payment=about.payment,
        refund=about.refund,
        payout=about.payout,
    )
    LedgerEntry.objects.bulk_create(
        LedgerEntry(transaction=written, account=account, amount=amount) for account, amount in amounts
    )
    return written
