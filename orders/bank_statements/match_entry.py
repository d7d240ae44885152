"""``match_entry``: an entry is a payment that arrived, or a refund that was sent.

The money is written down by the same verbs as everything else about payments, under the order's lock, in the same
transaction as the match: what is less than what is owed leaves the payment open, what is more is kept as credit.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from i18n.money import Money
from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry, EntryEventType, EntryStatus, IllegalEntryMove
from orders.bank_statements.match import BankMatch
from orders.bank_statements.move_entry import lock_entry, move_entry, require_entry_move
from orders.bank_statements.parsed import Direction
from orders.bank_statements.suggest import Suggestion, suggestions_for
from orders.lifecycle.by import By, Role
from orders.lifecycle.order import Order
from orders.locks import lock_order
from orders.payments.charged import record_charge
from orders.payments.payment import Payment
from orders.payments.refund import Refund, RefundStatus
from orders.payments.send_refund import settle_refund


class WrongCurrency(Exception):
    """Money of one currency does not pay for another; the bank or the buyer has to change it first."""

    def __init__(self, entry: Money, wanted: str) -> None:
        super().__init__(f"{entry} does not pay for something in {wanted}")
        self.entry = entry
        self.wanted = wanted


class WrongDirection(Exception):
    """What came in is no refund, and what went out is no payment."""


class WrongAmount(Exception):
    """A refund was sent whole or not at all."""

    def __init__(self, entry: Money, wanted: Money) -> None:
        super().__init__(f"{entry} is not {wanted}")
        self.entry = entry
        self.wanted = wanted


def match_payment(*, entry_id: UUID, payment_id: UUID, by: User, is_exact: bool = False) -> BankEntry:
    """The entry paid (some of) this payment. Raises ``IllegalEntryMove``, ``WrongCurrency``, ``WrongDirection``."""
    with transaction.atomic():
        order = lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
        payment = Payment.objects.select_related("instalment").get(pk=payment_id)
        entry = lock_entry(entry_id)
        _require(entry, Direction.CREDIT, payment.currency)
        match = _match(entry, order, by, is_exact, payment=payment)
        reference = entry.bank_reference or entry.structured_reference
        staff = By(Role.STAFF, by)
        record_charge(payment, order=order, amount=entry.money, reference=reference, key=match.key, by=staff)
    return entry


def match_refund(*, entry_id: UUID, refund_id: UUID, by: User, is_exact: bool = False) -> BankEntry:
    """The entry is the transfer that sent this refund. Raises as above, and ``WrongAmount``, ``IllegalRefundMove``."""
    with transaction.atomic():
        order = lock_order(Refund.objects.values_list("order_id", flat=True).get(pk=refund_id))
        refund = Refund.objects.get(pk=refund_id)
        entry = lock_entry(entry_id)
        _require(entry, Direction.DEBIT, refund.currency)
        if entry.money != refund.money:
            raise WrongAmount(entry.money, refund.money)
        _match(entry, order, by, is_exact, refund=refund)
        settle_refund(refund.pk, RefundStatus.DONE, reference=entry.bank_reference, by=By(Role.STAFF, by))
    return entry


def match_exact(*, by: User, limit: int = 500) -> int:
    """Apply every suggestion that leaves no doubt, each in a transaction of its own; returns how many there were.

    What somebody else decided meanwhile, or what an entry before it has paid, is left to people.
    """
    waiting = list(BankEntry.objects.filter(status=EntryStatus.OPEN).order_by("booked_on", "created_at", "pk")[:limit])
    suggested = suggestions_for(waiting)
    return sum(_apply_exact(entry.pk, by) for entry in waiting if _exact_of(suggested[entry.pk]))


def _apply_exact(entry_id: UUID, by: User) -> bool:
    entry = BankEntry.objects.get(pk=entry_id)
    sure = _exact_of(suggestions_for([entry])[entry.pk])
    if sure is None or entry.status != EntryStatus.OPEN:
        return False
    try:
        if sure.payment is not None:
            match_payment(entry_id=entry_id, payment_id=sure.payment.pk, by=by, is_exact=True)
        elif sure.refund is not None:
            match_refund(entry_id=entry_id, refund_id=sure.refund.pk, by=by, is_exact=True)
    except IllegalEntryMove:
        return False  # somebody else was faster
    return True


def _exact_of(suggestions: Sequence[Suggestion]) -> Suggestion | None:
    return next((one for one in suggestions if one.is_exact), None)


def _require(entry: BankEntry, direction: Direction, currency: str) -> None:
    if entry.direction != direction:
        raise WrongDirection
    if entry.currency != currency:
        raise WrongCurrency(entry.money, currency)
    require_entry_move(entry, EntryStatus.MATCHED)


def _match(
    entry: BankEntry,
    order: Order,
    by: User,
    is_exact: bool,
    *,
    payment: Payment | None = None,
    refund: Refund | None = None,
) -> BankMatch:
    move_entry(entry, EntryStatus.MATCHED, EntryEventType.MATCHED, by=by, note=order.number)
    return BankMatch.objects.create(
        entry=entry,
        order=order,
        payment=payment,
        refund=refund,
        currency=entry.currency,
        amount=entry.amount,
        was_exact=is_exact,
        user=by,
    )
