"""What an entry of a statement may be, best guess first, with the reasons a person can check.

Points: the payment's reference 60, the order's number 50, the whole amount that is open 30, the payer's name 10; an
order that expects no money any more loses 25. What came in is compared with payments, what went out with refunds.

A suggestion is exact when a reference or number names it, the amount is all that is open, to the last unit, and no
other payment is named as well. Only exact ones are applied without a person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from i18n.money import Money
from i18n.text import fold
from orders.bank_statements.entry import BankEntry
from orders.bank_statements.parsed import Direction
from orders.bank_statements.references import creditor_references_in, order_numbers_in
from orders.lifecycle.order import Order
from orders.payments.instalment import Instalment
from orders.payments.payment import OPEN_STATES, Payment
from orders.payments.refund import Refund, RefundStatus

GATEWAY = "bank_transfer"
MOST = 5
_MOST_BY_AMOUNT = 300


class Reason(StrEnum):
    REFERENCE = "REFERENCE"
    ORDER_NUMBER = "ORDER_NUMBER"
    AMOUNT = "AMOUNT"
    PART_OF_AMOUNT = "PART_OF_AMOUNT"
    MORE_THAN_AMOUNT = "MORE_THAN_AMOUNT"
    NAME = "NAME"
    NOTHING_OPEN = "NOTHING_OPEN"
    OTHER_CURRENCY = "OTHER_CURRENCY"


_POINTS = {
    Reason.REFERENCE: 60,
    Reason.ORDER_NUMBER: 50,
    Reason.AMOUNT: 30,
    Reason.PART_OF_AMOUNT: 5,
    Reason.MORE_THAN_AMOUNT: 0,
    Reason.NAME: 10,
    Reason.NOTHING_OPEN: -25,
    Reason.OTHER_CURRENCY: -50,
}
_NAMED = {Reason.REFERENCE, Reason.ORDER_NUMBER}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One of ``payment`` and ``refund``."""

    order: Order
    open: Money
    """What is still to be paid, or to be sent back."""
    reasons: tuple[Reason, ...]
    payment: Payment | None = None
    refund: Refund | None = None
    is_exact: bool = False

    @property
    def score(self) -> int:
        return max(0, sum(_POINTS[reason] for reason in self.reasons))

    @property
    def is_possible(self) -> bool:
        """Money of one currency never pays for another."""
        return Reason.OTHER_CURRENCY not in self.reasons


@dataclass(frozen=True, slots=True)
class _Named:
    references: frozenset[str]
    numbers: frozenset[str]


def suggestions_for(entries: Sequence[BankEntry]) -> dict[UUID, list[Suggestion]]:
    """By entry; in as many statements for a hundred entries as for one."""
    named = {entry.pk: _named(entry) for entry in entries}
    came = [entry for entry in entries if entry.direction == Direction.CREDIT]
    went = [entry for entry in entries if entry.direction == Direction.DEBIT]
    payments, refunds = _payments(came, named), _refunds(went, named)
    owed = _owed(payments)
    found = {
        entry.pk: _best(entry, [_of_payment(entry, named[entry.pk], one, owed[one.order_id]) for one in payments])
        for entry in came
    }
    found |= {entry.pk: _best(entry, [_of_refund(entry, named[entry.pk], one) for one in refunds]) for entry in went}
    return found


def _named(entry: BankEntry) -> _Named:
    numbers = order_numbers_in(entry.words)
    return _Named(frozenset(creditor_references_in(entry.words)), frozenset(numbers))


def _payments(entries: Sequence[BankEntry], named: dict[UUID, _Named]) -> list[Payment]:
    """Of every order that is named, and of those of which exactly such an amount is asked: one payment each.

    It is the one by which money is awaited, or the latest: what comes by it pays the instalments after it, too.
    """
    if not entries:
        return []
    references, numbers = _all_named(entries, named)
    ours = Payment.objects.filter(gateway=GATEWAY).select_related("order")
    by_name = ours.filter(Q(reference__in=references) | Q(order__number__in=numbers))
    amounts, currencies = {entry.amount for entry in entries}, {entry.currency for entry in entries}
    by_amount = ours.filter(order__instalments__in=_unpaid().filter(amount__in=amounts, currency__in=currencies))
    found: dict[UUID, Payment] = {}
    for payment in [*by_amount.order_by("-created_at").distinct()[:_MOST_BY_AMOUNT], *by_name.order_by("created_at")]:
        known = found.get(payment.order_id)
        if known is None or (payment.status in OPEN_STATES) >= (known.status in OPEN_STATES):
            found[payment.order_id] = payment
    return list(found.values())


def _unpaid() -> QuerySet[Instalment]:
    return Instalment.objects.filter(charged_amount__lt=F("amount"))


def _owed(payments: Sequence[Payment]) -> dict[UUID, Money]:
    """By order, what of its next instalment is not paid; nothing of one that is paid or was called off."""
    owed = {payment.order_id: Money.zero(payment.currency) for payment in payments}
    for instalment in _unpaid().filter(order__in=owed).order_by("order_id", "-position"):
        owed[instalment.order_id] = instalment.owed
    return owed


def _refunds(entries: Sequence[BankEntry], named: dict[UUID, _Named]) -> list[Refund]:
    if not entries:
        return []
    references, numbers = _all_named(entries, named)
    waiting = Refund.objects.exclude(status=RefundStatus.DONE).filter(payment__gateway=GATEWAY)
    waiting = waiting.select_related("order", "payment")
    by_name = waiting.filter(Q(payment__reference__in=references) | Q(order__number__in=numbers))
    by_amount = waiting.filter(
        currency__in={entry.currency for entry in entries}, amount__in={entry.amount for entry in entries}
    )
    found = {refund.pk: refund for refund in [*by_name, *by_amount.order_by("-created_at")[:_MOST_BY_AMOUNT]]}
    return list(found.values())


def _all_named(entries: Iterable[BankEntry], named: dict[UUID, _Named]) -> tuple[set[str], set[str]]:
    references = {reference for entry in entries for reference in named[entry.pk].references}
    numbers = {number for entry in entries for number in named[entry.pk].numbers}
    return references, numbers


def _of_payment(entry: BankEntry, named: _Named, payment: Payment, open_: Money) -> Suggestion:
    reasons = _reasons(entry, named, payment.order, payment.reference, open_)
    return Suggestion(order=payment.order, open=open_, reasons=reasons, payment=payment)


def _of_refund(entry: BankEntry, named: _Named, refund: Refund) -> Suggestion:
    reasons = _reasons(entry, named, refund.order, refund.payment.reference, refund.money)
    return Suggestion(order=refund.order, open=refund.money, reasons=reasons, refund=refund)


def _reasons(entry: BankEntry, named: _Named, order: Order, reference: str, open_: Money) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    if reference and reference in named.references:
        reasons.append(Reason.REFERENCE)
    elif order.number in named.numbers:
        reasons.append(Reason.ORDER_NUMBER)
    if entry.currency != open_.currency:
        reasons.append(Reason.OTHER_CURRENCY)
    elif not open_:
        reasons.append(Reason.NOTHING_OPEN)
    elif entry.money == open_:
        reasons.append(Reason.AMOUNT)
    elif entry.money < open_:
        reasons.append(Reason.PART_OF_AMOUNT)
    else:
        reasons.append(Reason.MORE_THAN_AMOUNT)
    if _same_name(entry.other_name, order):
        reasons.append(Reason.NAME)
    return tuple(reasons)


def _same_name(name: str, order: Order) -> bool:
    """The payer is the company or the person on the invoice; the order of a person's names doesn't matter."""
    words = _words(name)
    address = order.billing_address
    person = f"{address.get('first_name', '')} {address.get('last_name', '')}"
    known = [_words(text) for text in (address.get("company_name", ""), person)]
    return any(len(each) > 1 and each <= words for each in known)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _best(entry: BankEntry, suggestions: list[Suggestion]) -> list[Suggestion]:
    """Those with a reason that means something, best first, the exact one marked."""
    meant = [one for one in suggestions if Reason.AMOUNT in one.reasons or _NAMED & set(one.reasons)]
    meant.sort(key=lambda one: (-one.score, str((one.payment or one.refund or one.order).pk)))
    exact = [one for one in meant if Reason.AMOUNT in one.reasons and _NAMED & set(one.reasons)]
    others = [one for one in meant if _NAMED & set(one.reasons) and Reason.NOTHING_OPEN not in one.reasons]
    if len(exact) == 1 and len(others) == 1 and not entry.is_reversal:
        marked = exact[0]
        sure = Suggestion(marked.order, marked.open, marked.reasons, marked.payment, marked.refund, is_exact=True)
        meant = [sure if one is marked else one for one in meant]
    return meant[:MOST]
