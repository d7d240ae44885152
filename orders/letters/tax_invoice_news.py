"""What a seller's owners are written about tax invoices: that one is due, or was not taken."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from i18n.formatting import format_date
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import TaxInvoiceMoved
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceKind, TaxInvoice
from orders.letters.once import send_once

ASK_AFTER = timedelta(days=2)
"""So long after exported goods left, their seller is asked when customs released them."""
BEFORE = timedelta(days=1)
STAGES: Mapping[str, tuple[str, str]] = {
    "CLEARANCE": (
        _("Order %(number)s: when did customs release the goods?"),
        _("The tax invoice of an export is due the next working day after customs released the goods. Please say which "
          "day that was, and issue the invoice."),
    ),
    "DUE": (
        _("Order %(number)s: the tax invoice is due"),
        _("Please look at the draft and issue it in time."),
    ),
    "LATE": (
        _("Order %(number)s: the tax invoice is overdue"),
        _("The day is over on which it had to be issued. Please issue it now."),
    ),
}  # fmt: skip
REJECTED_SUBJECT = _("Tax invoice %(number)s was not taken")
REJECTED = _("Please mend what is wrong and hand it over again, or replace the invoice. What was said:")


def remind_of_tax_invoices(*, now: datetime) -> int:
    """One letter for each draft, stage and owner; returns how many were posted. Run periodically."""
    today = day_here(now)
    asked = Q(due_on=None, is_export=True, kind=InvoiceKind.ORIGINAL, created_at__lte=now - ASK_AFTER)
    drafts = TaxInvoice.objects.filter(asked | Q(due_on__lte=today + BEFORE), status=InvoiceStatus.DRAFT)
    posted = 0
    for invoice in drafts.select_related("seller_order__seller").order_by("pk").iterator():
        stage = "CLEARANCE" if invoice.due_on is None else "LATE" if invoice.due_on < today else "DUE"
        for owner in owners_of([invoice.seller_id]):
            letter = reminder_of(invoice, stage, owner)
            about = f"{invoice.pk}:{owner.pk}:{stage}"
            posted += send_once(letter, kind="TAX_INVOICE_DUE", about=about, to=owner.email)
    return posted


def announce_rejection(event: TaxInvoiceMoved) -> None:
    """Reaction: once for each time it was rejected. Nothing where it has been handed over again meanwhile."""
    if event.status != InvoiceStatus.REJECTED:
        return
    rows = TaxInvoice.objects.filter(pk=UUID(event.invoice_id), status=InvoiceStatus.REJECTED)
    invoice = rows.select_related("seller_order__seller").first()
    if invoice is None:
        return
    times = invoice.events.filter(status=InvoiceStatus.REJECTED).count()
    for owner in owners_of([invoice.seller_id]):
        about = f"{invoice.pk}:{owner.pk}:{times}"
        send_once(rejection_of(invoice, owner), kind="TAX_INVOICE_REJECTED", about=about, to=owner.email)


def reminder_of(invoice: TaxInvoice, stage: str, owner: User) -> Letter:
    language = owner.language
    subject, meaning = STAGES[stage]
    facts = [(gettext(language, "Order"), invoice.seller_order.number)]
    if invoice.due_on is not None:
        facts.append((gettext(language, "Due"), format_date(invoice.due_on, language)))
    return Letter(
        subject=gettext(language, subject, number=invoice.seller_order.number),
        language=language,
        body=[gettext(language, meaning), facts],
        link=_page(invoice, language),
        link_text=gettext(language, "Open your tax invoices"),
    )


def rejection_of(invoice: TaxInvoice, owner: User) -> Letter:
    language = owner.language
    return Letter(
        subject=gettext(language, REJECTED_SUBJECT, number=invoice.number),
        language=language,
        body=[gettext(language, REJECTED), invoice.refusal or "–"],
        link=_page(invoice, language),
        link_text=gettext(language, "Open your tax invoices"),
    )


def _page(invoice: TaxInvoice, language: str) -> str:
    return f"{settings.PUBLIC_URL}/{language}/seller/{invoice.seller_order.seller.slug}/tax-invoices"
