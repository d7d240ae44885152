"""The seller hands an issued invoice over, and says what came back where no machine does."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from orders.invoicing.account import provider_code
from orders.invoicing.discovery import provider_of
from orders.invoicing.move import lock_invoice, move_invoice, note_invoice
from orders.invoicing.states import InvoiceStatus, require_invoice_move
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import By


class AnsweredByProvider(Exception):
    """A machine asks what became of this invoice: nobody says so by hand."""

    def __init__(self, number: str) -> None:
        super().__init__(f"the provider itself is asked about {number}")
        self.number = number


def send_tax_invoice(*, invoice_id: UUID, by: By, now: datetime) -> TaxInvoice:
    """It was handed in by hand, or is to be sent to the provider in a moment (``send.py``).

    Saying it again changes nothing. Raises ``IllegalInvoiceMove``.
    """
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        if invoice.status == InvoiceStatus.SENT or invoice.next_try_at is not None:
            return invoice
        require_invoice_move(invoice.number, invoice.status, InvoiceStatus.SENT)
        invoice.provider = provider_code(invoice.seller_id)
        invoice.refusal = invoice.trouble = ""
        if provider_of(invoice.provider).by_hand:
            move_invoice(invoice, InvoiceStatus.SENT, by=by, now=now)
            return invoice
        invoice.next_try_at, invoice.tries = now, 0
        invoice.save()
        note_invoice(invoice, before=invoice.status, by=by, now=now)
    return invoice


def record_answer(
    *, invoice_id: UUID, accepted: bool, authority_code: str, reason: str, by: By, now: datetime
) -> TaxInvoice:
    """What the tax authority said to an invoice that was handed in by hand; accepted needs the code it gave.

    Raises ``AnsweredByProvider``, ``IllegalInvoiceMove``.
    """
    with transaction.atomic():
        invoice = lock_invoice(invoice_id)
        to = InvoiceStatus.ACCEPTED if accepted else InvoiceStatus.REJECTED
        if invoice.status == to:
            return invoice
        require_invoice_move(invoice.number, invoice.status, to)
        if not provider_of(invoice.provider).by_hand:
            raise AnsweredByProvider(invoice.number)
        invoice.authority_code = authority_code[:60] if accepted else ""
        invoice.refusal = "" if accepted else reason[:500]
        move_invoice(invoice, to, by=by, now=now, reason=authority_code if accepted else reason)
    return invoice
