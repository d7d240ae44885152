"""``record_payment`` and ``withdraw_payment``: what staff read from the bank's statement.

Nothing here moves money: exhibitors pay by bank transfer.
"""

from datetime import date, datetime

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.invoices.balance import balance_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.letters import write_about_payment
from marketplace.expo.invoices.payment import FairPayment
from marketplace.expo.locks import lock_invoice

LIMITS = {"reference": 140, "reason": 500}


def record_payment(
    *, invoice: FairInvoice, money: Money, paid_on: date, reference: str, by: User | None, now: datetime
) -> FairPayment:
    """Write down money that came in; parts and too much are both taken, and shown. Raises ``Refused``."""
    tidy = texts.tidy(reference)
    with transaction.atomic():
        locked = lock_invoice(invoice.pk)
        refuse_any(_problems(locked, money, paid_on, tidy, day_here(now)))
        payment = FairPayment.objects.create(
            invoice=locked, amount=money.amount, paid_on=paid_on, reference=tidy, recorded_by=by, recorded_at=now
        )
        write_about_payment(payment, balance_of(locked))
    return payment


def withdraw_payment(*, payment: FairPayment, reason: str, now: datetime) -> FairPayment:
    """Say that it was recorded by mistake; the row stays. Twice changes nothing. Raises ``Refused``."""
    tidy = texts.tidy(reason)
    refuse_any(texts.lengths({"reason": tidy}, LIMITS) if tidy else [texts.required("reason")])
    with transaction.atomic():
        lock_invoice(payment.invoice_id)
        current = FairPayment.objects.select_related("invoice").get(pk=payment.pk)
        if current.withdrawn_at is None:
            current.withdrawn_at, current.withdrawn_reason = now, tidy
            current.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    return current


def _problems(invoice: FairInvoice, money: Money, paid_on: date, reference: str, today: date) -> list[Problem]:
    if invoice.corrects_id is not None:
        raise Refused(texts.invalid("invoice_id", _("Payments belong to invoices, not to credit notes.")))
    problems = texts.lengths({"reference": reference}, LIMITS) if reference else [texts.required("reference")]
    if money.currency != invoice.currency or money.amount <= 0 or money.quantize() != money:
        problems.append(texts.invalid("amount", _("A price above 0, with no more decimals than the currency has.")))
    elif money.amount >= 10**15:
        problems.append(texts.invalid("amount", _("This amount is too large.")))
    if paid_on > today:
        problems.append(texts.invalid("paid_on", _("This day is still to come.")))
    known = FairPayment.objects.filter(invoice=invoice, reference=reference, withdrawn_at__isnull=True)
    if reference and known.exists():
        problems.append(Problem("reference", "UNIQUE", _("This transfer is recorded already.")))
    return problems
