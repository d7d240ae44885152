"""What is true of money whatever happened. Each rule reads the tables and says what is wrong, or nothing."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils import timezone

from i18n.money import Money, sum_money
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.chargeback import Chargeback, ChargebackStatus
from orders.payments.credit import BuyerCredit
from orders.payments.instalment import Instalment
from orders.payments.payment import Payment
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payouts.commission.commission_line import CommissionLine
from orders.payouts.earning import Earning
from orders.payouts.ledger.account import (
    COMMISSION,
    COMMISSION_TAX,
    NEVER_BELOW_ZERO,
    OURS,
    AccountName,
    LedgerAccount,
    buyer_credit,
    buyer_funds,
    disputed,
    provider_funds,
    seller_payable,
)
from orders.payouts.ledger.statement import statement
from orders.payouts.ledger.transaction import LedgerEntry
from tests.orders.payouts.money_world import MoneyWorld

NOTHING = Decimal(0)


def what_is_wrong(world: MoneyWorld) -> list[str]:
    """Every broken rule, in words."""
    books = Books(world.currency)
    rules = (balanced, possible, buyers, credits, provider, sellers, commissions, plans)
    return [f"{rule.__name__}: {fault}" for rule in rules for fault in rule(world, books)]


class Books:
    """The ledger and the facts it mirrors, read once."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.entries = list(LedgerEntry.objects.select_related("transaction").order_by("id"))
        self.accounts = {account.pk: account for account in LedgerAccount.objects.all()}
        self.parts = list(SellerOrder.objects.all())
        self.refunds = list(Refund.objects.all())
        self.earnings = {earning.seller_order_id: earning for earning in Earning.objects.all()}
        self.payments = list(Payment.objects.all())
        self.orders = list(Order.objects.all())
        self.instalments = list(Instalment.objects.all())
        self.credits = {kept.order_id: kept for kept in BuyerCredit.objects.all()}
        self.sums: dict[str, Decimal] = defaultdict(Decimal)
        for entry in self.entries:
            self.sums[self.accounts[entry.account_id].code] += self.natural(entry)

    def natural(self, entry: LedgerEntry) -> Decimal:
        return entry.amount if self.accounts[entry.account_id].kind in OURS else -entry.amount

    def sum_of(self, name: AccountName) -> Decimal:
        return self.sums[name.code(self.currency)]


def total(rows: Any, name: str) -> Decimal:
    return sum((Decimal(getattr(row, name)) for row in rows), NOTHING)


def balanced(world: MoneyWorld, books: Books) -> Iterator[str]:
    """Each transaction adds up to zero, in its own currency and whole units."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for entry in books.entries:
        account = books.accounts[entry.account_id]
        sums[entry.transaction.key] += entry.amount
        if account.currency != entry.transaction.currency:
            yield f"{entry.transaction} touches {account}"
        Money(entry.amount, account.currency).minor_units()
    yield from (f"{key} is out by {amount}" for key, amount in sums.items() if amount)


def possible(world: MoneyWorld, books: Books) -> Iterator[str]:
    """No account was ever below zero that cannot be."""
    held: dict[int, Decimal] = defaultdict(Decimal)
    for entry in books.entries:
        account = books.accounts[entry.account_id]
        held[account.pk] += books.natural(entry)
        if account.kind in NEVER_BELOW_ZERO and held[account.pk] < 0:
            yield f"{account} was {held[account.pk]} after {entry.transaction}"


def buyers(world: MoneyWorld, books: Books) -> Iterator[str]:
    """What lies there for an order is what was charged less what was earned and what went back; it covers refunds."""
    for order in books.orders:
        parts = [part for part in books.parts if part.order_id == order.pk]
        earned = sum((Decimal(books.earnings[p.pk].earned_amount) for p in parts if p.pk in books.earnings), NOTHING)
        refunds = [row for row in books.refunds if row.order_id == order.pk and row.seller_order_id]
        done = [row for row in refunds if row.status == RefundStatus.DONE]
        held = books.sum_of(buyer_funds(order.pk))
        expected = total(parts, "charged_amount") - earned - total(done, "amount")
        if held != expected:
            yield f"{held} lies there for {order}, it should be {expected}"
        if held < total(refunds, "amount") - total(done, "amount"):
            yield f"{held} doesn't cover what is owed back for {order}"


def credits(world: MoneyWorld, books: Books) -> Iterator[str]:
    """Every unit that came belongs to a part or is credit, and credit is where the ledger says."""
    for order in books.orders:
        kept = books.credits.get(order.pk)
        amount = Decimal(kept.amount) if kept else NOTHING
        came = total([row for row in books.payments if row.order_id == order.pk], "charged_amount")
        parts = [part for part in books.parts if part.order_id == order.pk]
        if came != total(parts, "charged_amount") + amount:
            yield f"{came} came for {order}, {total(parts, 'charged_amount')} and {amount} are accounted for"
        rows = [row for row in books.refunds if row.order_id == order.pk and not row.seller_order_id]
        waiting = total([row for row in rows if row.status != RefundStatus.DONE], "amount")
        left = kept.available.amount if kept else NOTHING
        if books.sum_of(buyer_credit(order.pk)) != left + waiting:
            yield f"the credit of {order} is not {left} and {waiting}"


def provider(world: MoneyWorld, books: Books) -> Iterator[str]:
    """What the provider holds is what came less what left, and disputed money is what is in dispute."""
    outside = {payment.pk: payment for payment in books.payments if payment.gateway != "buyer_credit"}
    done = [row for row in books.refunds if row.status == RefundStatus.DONE and row.payment_id in outside]
    back = [row for row in done if row.reason != RefundReason.CHARGEBACK]
    taken = list(Chargeback.objects.exclude(status=ChargebackStatus.WON))
    expected = total(outside.values(), "charged_amount") - total(back, "amount") - total(taken, "amount")
    held = books.sum_of(provider_funds("test_card"))
    if held != expected + world.provider.amount:
        yield f"the provider holds {held}, it should hold {expected + world.provider.amount}"
    if books.sum_of(provider_funds("bank_transfer")) != world.bank.amount:
        yield "the bank holds something else than payouts left there"
    running = [row for row in taken if row.status == ChargebackStatus.OPEN]
    if sum((books.sum_of(disputed(order.pk)) for order in books.orders), NOTHING) != total(running, "amount"):
        yield "what is disputed is not what is in dispute"


def sellers(world: MoneyWorld, books: Books) -> Iterator[str]:
    """A seller has what its parts earned less what was paid out, and the statement says the same as the ledger."""
    now = timezone.now()
    for seller in world.sellers:
        mine = [books.earnings[p.pk] for p in books.parts if p.seller_id == seller.pk and p.pk in books.earnings]
        earned = sum_money((earning.payable for earning in mine), world.currency)
        held = books.sum_of(seller_payable(seller.pk))
        if held != (earned - world.paid[seller.pk]).amount:
            yield f"{seller.pk} has {held}, it should be {earned - world.paid[seller.pk]}"
        times = sorted({entry.transaction.at for entry in books.entries})
        middle = times[len(times) // 2] if times else now
        first = statement(seller.pk, currency=world.currency, since=now - timedelta(days=1), until=middle)
        second = statement(seller.pk, currency=world.currency, since=middle, until=now + timedelta(days=1))
        if (first.closing, second.closing.amount) != (second.opening, held) or first.opening:
            yield f"the statement of {seller.pk} ends at {second.closing}, the ledger at {held}"


def commissions(world: MoneyWorld, books: Books) -> Iterator[str]:
    """All of a part is earned when all of it left; commission is taken to the unit, on lines and in the ledger."""
    lines = list(CommissionLine.objects.select_related("order_line__seller_order"))
    taken = (total(lines, "amount"), total(lines, "tax_amount"))
    if taken != (books.sum_of(COMMISSION), books.sum_of(COMMISSION_TAX)):
        yield f"the lines say {taken}, the ledger something else"
    for part in books.parts:
        if part.status != "SHIPPED":
            continue
        back = total([row for row in books.refunds if row.seller_order_id == part.pk], "amount")
        earning = books.earnings.get(part.pk)
        earned = Decimal(earning.earned_amount) if earning else NOTHING
        if earned != part.charged_amount - back:
            yield f"{part} has earned {earned} of {part.charged_amount} less {back}"
        yield from _lines_of(part, [line for line in lines if line.order_line.seller_order_id == part.pk], back)


def _lines_of(part: SellerOrder, lines: list[CommissionLine], back: Decimal) -> Iterator[str]:
    if part.charged_amount == part.total_amount and not back:
        yield from (f"{line} is not all of it" for line in lines if line.amount != line.full_amount)
    if part.charged_amount == back and not any(line.order_line.discount_amount for line in lines):
        yield from (f"{line} is left of nothing" for line in lines if line.amount)
    for line in lines:
        exact = Fraction(line.amount) * Fraction(line.tax_percent) / 100
        unit = Fraction(Money.from_minor(1, line.currency).amount)
        if abs(exact - Fraction(line.tax_amount)) > unit / 2 or not 0 <= line.amount <= line.full_amount:
            yield f"{line} with tax {line.tax_amount} is impossible"


def plans(world: MoneyWorld, books: Books) -> Iterator[str]:
    """Instalments are, to the unit, what the parts cost; what was charged of them is what was charged for the parts."""
    for order in books.orders:
        rows = [row for row in books.instalments if row.order_id == order.pk]
        parts = [part for part in books.parts if part.order_id == order.pk]
        cost = total(parts, "total_amount") - total(parts, "waived_amount")
        if total(rows, "amount") != cost:
            yield f"{order} is planned at {total(rows, 'amount')}, it costs {cost}"
        if total(rows, "charged_amount") != total(parts, "charged_amount"):
            yield f"{order}: {total(rows, 'charged_amount')} was charged of the plan"
