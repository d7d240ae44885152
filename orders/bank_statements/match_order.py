"""``match_order``: a person knows which order an entry belongs to, whatever is written on it."""

from uuid import UUID

from marketplace.accounts.models import User
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.match_entry import match_payment, match_refund
from orders.bank_statements.parsed import Direction
from orders.bank_statements.references import order_numbers_in
from orders.payments.payment import OPEN_STATES, Payment
from orders.payments.refund import Refund, RefundStatus


class NothingToMatch(LookupError):
    """There is no such order, it was never to be paid, or no refund of this amount is due for it."""

    def __init__(self, number: str) -> None:
        super().__init__(f"nothing of {number} fits")
        self.number = number


def match_order(*, entry_id: UUID, number: str, by: User) -> BankEntry:
    """What came in pays the order's payment; what went out is its refund of that amount.

    Raises ``NothingToMatch`` and what ``match_payment`` and ``match_refund`` raise.
    """
    entry = BankEntry.objects.get(pk=entry_id)
    numbers = order_numbers_in(number)
    if entry.direction == Direction.CREDIT:
        payment = _payment_of(numbers)
        if payment is not None:
            return match_payment(entry_id=entry_id, payment_id=payment.pk, by=by)
    else:
        due = Refund.objects.exclude(status=RefundStatus.DONE).filter(order__number__in=numbers)
        refund = due.filter(amount=entry.amount).order_by("created_at").first()
        if refund is not None:
            return match_refund(entry_id=entry_id, refund_id=refund.pk, by=by)
    raise NothingToMatch(number)


def _payment_of(numbers: list[str]) -> Payment | None:
    """The one by which money is awaited, or the latest."""
    payments = list(Payment.objects.filter(order__number__in=numbers))
    return next((payment for payment in payments if payment.status in OPEN_STATES), payments[0] if payments else None)
