"""Hand waiting invoices to their providers, and ask what became of those that were handed over. Run periodically.

1. Take what is due for a while: nobody else takes the same.
2. Call the provider outside any transaction, with the invoice's id as key: whoever dies in between sends it again, and
   the provider has it once.
3. Write down what was said. What was not answered is tried again later and later; what cannot work before somebody
   changes something is tried once a day, and its seller sees why.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from orders.invoicing.account import token_of
from orders.invoicing.discovery import provider_of
from orders.invoicing.move import lock_invoice, move_invoice
from orders.invoicing.neutral import invoice_data
from orders.invoicing.provider import ProviderAnswer, ProviderTrouble, Said
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM

LEASE = timedelta(minutes=5)
ASK_AFTER = timedelta(minutes=2)
_LATER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
_DAILY = timedelta(days=1)
_STATUS = {Said.ACCEPTED: InvoiceStatus.ACCEPTED, Said.REJECTED: InvoiceStatus.REJECTED}


def send_tax_invoices(*, now: datetime, limit: int = 20) -> int:
    """For how many invoices a provider was called. Outside any transaction."""
    taken = _claim(now, limit)
    for invoice in taken:
        try:
            answer = _call(invoice)
        except ProviderTrouble as trouble:
            _try_later(invoice.pk, trouble, now)
        else:
            _write_down(invoice.pk, answer, now)
    return len(taken)


def _claim(now: datetime, limit: int) -> list[TaxInvoice]:
    with transaction.atomic():
        due = TaxInvoice.objects.filter(next_try_at__lte=now).order_by("next_try_at", "pk")
        keys = list(due.select_for_update(skip_locked=True, of=("self",)).values_list("pk", flat=True)[:limit])
        TaxInvoice.objects.filter(pk__in=keys).update(next_try_at=now + LEASE)
    rows = TaxInvoice.objects.select_related("seller_order__order", "about").prefetch_related("lines")
    return list(rows.filter(pk__in=keys).order_by("pk"))


def _call(invoice: TaxInvoice) -> ProviderAnswer:
    provider = provider_of(invoice.provider)
    token = token_of(invoice.seller_id, invoice.provider)
    if provider.needs_token and not token:
        raise ProviderTrouble(provider.code, "the seller has no token for it", permanent=True)
    if invoice.status == InvoiceStatus.SENT:
        return provider.ask(token=token, reference=invoice.reference)
    return provider.send(token=token, key=str(invoice.pk), invoice=invoice_data(invoice))


def _write_down(invoice_id: UUID, answer: ProviderAnswer, now: datetime) -> None:
    """The answer of a provider that was asked twice at once is written down once."""
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        if invoice.next_try_at is None:
            return
        invoice.trouble, invoice.tries = "", 0
        invoice.reference = answer.reference or invoice.reference
        if invoice.status != InvoiceStatus.SENT:
            move_invoice(invoice, InvoiceStatus.SENT, by=SYSTEM, now=now)
        if answer.said == Said.RECEIVED:
            invoice.next_try_at = now + ASK_AFTER
            invoice.save()
            return
        invoice.next_try_at = None
        invoice.authority_code = answer.authority_code if answer.said == Said.ACCEPTED else ""
        invoice.refusal = answer.reason if answer.said == Said.REJECTED else ""
        move_invoice(invoice, _STATUS[answer.said], by=SYSTEM, now=now, reason=answer.reason or answer.authority_code)


def _try_later(invoice_id: UUID, trouble: ProviderTrouble, now: datetime) -> None:
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        if invoice.next_try_at is None:
            return
        wait = _DAILY if trouble.permanent else _LATER[min(invoice.tries, len(_LATER) - 1)]
        if trouble.retry_after is not None:
            wait = max(wait, timedelta(seconds=trouble.retry_after))
        invoice.tries += 1
        invoice.trouble, invoice.next_try_at = trouble.fact[:200], now + wait
        invoice.save(update_fields=["tries", "trouble", "next_try_at"])
