"""What Stripe says it holds for us, available and pending, against the ledger, once a day and currency."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from orders.payouts.ledger.account import AccountKind, LedgerAccount
from orders.payouts.ledger.balance import balance
from orders.payouts.reconciliation.difference import DifferenceKind
from orders.payouts.reconciliation.finding import Finding
from orders.stripe_api.amounts import from_stripe
from orders.stripe_api.client import ask, is_configured

STRIPE = "stripe"


def compare_stripe(today: date) -> Iterator[Finding]:
    """Nothing where Stripe is not configured; raises what ``ask`` raises where it cannot be reached."""
    if not is_configured():
        return
    theirs = _held()
    ours = {
        account.currency: balance(account).amount
        for account in LedgerAccount.objects.filter(kind=AccountKind.PROVIDER_FUNDS, gateway=STRIPE)
    }
    for currency in sorted(ours.keys() | theirs.keys()):
        booked, held = ours.get(currency, Decimal(0)), theirs.get(currency, Decimal(0))
        if booked != held:
            yield Finding(
                key=f"balance:{STRIPE}:{currency}:{today}",
                kind=DifferenceKind.BALANCE_DIFFERS,
                gateway=STRIPE,
                currency=currency,
                ledger_amount=booked,
                provider_amount=held,
                about="",
                on=today,
            )


def _held() -> dict[str, Decimal]:
    said: Any = ask(lambda client: client.v1.balance.retrieve())
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in [*said.available, *said.pending]:
        money = from_stripe(row.amount, row.currency)
        sums[money.currency] += money.amount
    return dict(sums)
