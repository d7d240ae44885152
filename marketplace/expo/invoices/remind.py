"""``remind_of_fair_invoices``: letters before an invoice falls due, and after."""

from datetime import date, datetime, timedelta

from django.db import transaction

from i18n.today import day_here
from marketplace.accounts.mail.write import LetterText
from marketplace.expo.invoices.balance import balances_of
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.letters import LATE, SOON, write_about_invoice
from marketplace.expo.people.sent_reminder import SentReminder

BEFORE = timedelta(days=3)
STAGES: tuple[tuple[str, timedelta, LetterText], ...] = (
    ("LATE-14", timedelta(days=14), LATE),
    ("LATE-1", timedelta(days=1), LATE),
    ("SOON", -BEFORE, SOON),
)
"""The latest first: how long after the due day, and what is written then."""
GIVEN_UP = timedelta(days=60)
"""So long after its day nobody is reminded by the clock any more."""


def remind_of_fair_invoices(now: datetime) -> int:
    """One reminder per invoice and stage, however often the clock ticks; returns how many. Run periodically."""
    today = day_here(now)
    near = FairInvoice.objects.filter(
        corrects=None, due_on__lte=today + BEFORE, due_on__gte=today - GIVEN_UP
    ).select_related("exhibitor__expo", "paper")
    waiting = list(near)
    owed = balances_of(waiting)
    return sum(_remind(invoice, today) for invoice in waiting if owed[invoice.pk].owed)


def _remind(invoice: FairInvoice, today: date) -> bool:
    stage, letter = next((name, letter) for name, after, letter in STAGES if invoice.due_on + after <= today)
    if invoice.issued_on + BEFORE >= invoice.due_on and letter is SOON:
        return False  # it was sent so short before that a reminder would repeat it
    with transaction.atomic():
        _row, is_new = SentReminder.objects.get_or_create(
            exhibitor_id=invoice.exhibitor_id, about=f"invoice:{invoice.pk}:{stage}"
        )
        if is_new:
            write_about_invoice(invoice, letter)
    return is_new
