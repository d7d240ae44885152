"""What providers do with the money they hold: keep a fee, change it into another currency, move it."""

from django.db import transaction

from i18n.money import Money
from orders.payouts.ledger.account import (
    EXCHANGE_DIFFERENCE,
    PROVIDER_FEES,
    AccountName,
    provider_funds,
    seller_payable,
)
from orders.payouts.ledger.post import credit, debit, post
from orders.payouts.ledger.transaction import LedgerTransaction, TransactionKind


def record_fee(gateway: str, amount: Money, *, key: str) -> LedgerTransaction | None:
    """The provider kept ``amount`` for its work; below zero it gave some back."""
    return post(
        TransactionKind.FEE,
        key=f"fee:{gateway}:{key}",
        currency=amount.currency,
        entries=[debit(PROVIDER_FEES, amount), credit(provider_funds(gateway), amount)],
    )


def record_exchange_difference(gateway: str, amount: Money, *, key: str) -> LedgerTransaction | None:
    """The provider holds ``amount`` less than the books say, because a rate moved; below zero it holds more."""
    return post(
        TransactionKind.EXCHANGE,
        key=f"difference:{gateway}:{key}",
        currency=amount.currency,
        entries=[debit(EXCHANGE_DIFFERENCE, amount), credit(provider_funds(gateway), amount)],
    )


def exchange_funds(gateway: str, *, given: Money, got: Money, key: str) -> None:
    """The provider changed ``given`` into ``got``. Each currency balances for itself: EXCHANGE_DIFFERENCE holds what
    was given in the one and lacks what was got in the other; at the day's rate the two come to the gain or loss."""
    _change(provider_funds(gateway), given, got, key=f"exchange:{gateway}:{key}", sign=1)


def exchange_payable(seller_id: int, *, given: Money, got: Money, key: str) -> None:
    """A seller is owed ``got`` instead of ``given``: it is paid in another currency than its goods were sold in."""
    _change(seller_payable(seller_id), given, got, key=f"exchange-payable:{seller_id}:{key}", sign=-1)


def move_funds(source: str, target: str, amount: Money, *, key: str) -> LedgerTransaction | None:
    """Money went from one provider or bank of ours to another."""
    return post(
        TransactionKind.FUNDS_MOVED,
        key=f"moved:{key}",
        currency=amount.currency,
        entries=[debit(provider_funds(target), amount), credit(provider_funds(source), amount)],
    )


def _change(account: AccountName, given: Money, got: Money, *, key: str, sign: int) -> None:
    with transaction.atomic():
        for amount, name, direction in ((given, "given", -sign), (got, "got", sign)):
            post(
                TransactionKind.EXCHANGE,
                key=f"{key}:{name}",
                currency=amount.currency,
                entries=[debit(account, amount * direction), credit(EXCHANGE_DIFFERENCE, amount * direction)],
            )
