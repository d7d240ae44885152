"""Bring what is transferred for a seller's part into step with what the seller has earned of it.

1. What the seller should have: the earnings of the part (``Earning.payable``; nothing before it ships).
2. What the seller has: transfers less reversals, also those that are only planned.
3. More is due: transfers out of the order's payments at the same provider, as far as they reach and as the seller's
   balance allows (it may be owed by an older return, or be paid over another rail already). They leave the balance now.
4. Less is due, because something was refunded: reversals of the newest transfers first.

Only the difference of the two sums counts, so refunds in many parts reverse to the last unit what one refund would.

Example: 111.20 were transferred; a refund leaves earnings of 65.60: 45.60 are reversed.
"""

from collections.abc import Iterable

from django.db import transaction

from i18n.money import Money
from orders.events import EarningChanged, GatewayAccountUpdated
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.payment import Payment
from orders.payouts.accounts.payout_account import PayoutAccount
from orders.payouts.discovery import installed_rails
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import AccountName, LedgerAccount, payout_in_transit, seller_payable
from orders.payouts.ledger.balance import balance
from orders.payouts.ledger.post import About, credit, debit, post
from orders.payouts.ledger.transaction import TransactionKind
from orders.payouts.locks import lock_accounts
from orders.payouts.rail import Payee, Rail
from orders.payouts.transfers.held import living_transfers, net, room_in, transferred
from orders.payouts.transfers.transfer import PartTransfer, TransferReversal

PROVIDERS = {"stripe_transfer": "stripe"}
"""By rail: the gateway whose payments it transfers out of, which is also the provider of the sellers' accounts."""


def transfer_earning(event: EarningChanged) -> None:
    """Reaction: what a seller earned of a part rose or fell."""
    plan_transfers(SellerOrder.objects.get(pk=event.seller_order_id))


def transfer_backlog(event: GatewayAccountUpdated) -> None:
    """Reaction: an account can receive by now; what its seller earned meanwhile is transferred."""
    account = PayoutAccount.objects.filter(provider=event.gateway, reference=event.account).first()
    if account is None or not event.can_receive:
        return
    earned = Earning.objects.filter(seller_order__seller_id=account.seller_id, earned_amount__gt=0)
    for part in SellerOrder.objects.filter(pk__in=earned.values("seller_order_id")).order_by("pk"):
        plan_transfers(part)


def plan_transfers(part: SellerOrder) -> None:
    """Write down what is to be moved. Nothing for sellers who are paid another way."""
    with transaction.atomic():
        order = lock_order(part.order_id)
        earning = Earning.objects.filter(seller_order=part).first()
        if earning is None:
            return
        living = living_transfers(part)
        difference = earning.payable - transferred(living, part.currency)
        if difference.amount < 0:
            _take_back(living, -difference)
        elif difference:
            payments = Payment.objects.filter(order=order).order_by("created_at", "id")
            _give(part, difference, payments)


def payee_of(part: SellerOrder, provider: str) -> tuple[Payee, str] | None:
    account = PayoutAccount.objects.filter(seller_id=part.seller_id, provider=provider).first()
    if account is None:
        return None
    return Payee(part.seller_id, account.country, account.reference, account.can_receive), account.reference


def _give(part: SellerOrder, amount: Money, payments: Iterable[Payment]) -> None:
    left = min(amount, _balance_of(seller_payable(part.seller_id), part.currency))
    for rail in (rail for rail in installed_rails().values() if rail.pays_by_part):
        found = payee_of(part, PROVIDERS[rail.code])
        if found is None or rail.refuses(part.currency, found[0]) is not None:
            continue
        for payment in payments:
            share = min(left, room_in(payment))
            if share.amount > 0 and payment.gateway == PROVIDERS[rail.code]:
                _start(part, payment, rail, found[1], share)
                left = left - share


def _start(part: SellerOrder, payment: Payment, rail: Rail, account: str, amount: Money) -> None:
    row = PartTransfer.objects.create(
        seller_order=part,
        payment=payment,
        rail=rail.code,
        account=account,
        currency=amount.currency,
        amount=amount.amount,
    )
    post(
        TransactionKind.PAYOUT_STARTED,
        key=f"transfer-started:{row.pk}",
        currency=amount.currency,
        entries=[debit(seller_payable(part.seller_id), amount), credit(payout_in_transit(part.seller_id), amount)],
        about=About(order=part.order, seller_order=part, payment=payment, payout=str(row.pk)),
    )


def _take_back(transfers: list[PartTransfer], amount: Money) -> None:
    for transfer in reversed(transfers):
        share = min(amount, net(transfer))
        if share.amount > 0:
            TransferReversal.objects.create(transfer=transfer, currency=share.currency, amount=share.amount)
            amount = amount - share


def _balance_of(name: AccountName, currency: str) -> Money:
    """What lies there, held so that no other payout starts from it meanwhile."""
    known = LedgerAccount.objects.filter(code=name.code(currency)).values_list("pk", flat=True)
    held = lock_accounts(known)
    return max(balance(held[0]), Money.zero(currency)) if held else Money.zero(currency)
