"""What is still owed of an invoice: its total, less credit notes, less what came in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import F, Sum

from i18n.money import Money
from marketplace.expo.invoices.invoice import FairInvoice
from marketplace.expo.invoices.payment import FairPayment


class InvoiceState(StrEnum):
    OPEN = "OPEN"
    PARTLY_PAID = "PARTLY_PAID"
    OVERDUE = "OVERDUE"
    PAID = "PAID"
    OVERPAID = "OVERPAID"
    CREDITED = "CREDITED"
    """Nothing is owed any more, and nothing was paid."""


@dataclass(frozen=True, slots=True)
class Balance:
    gross: Money
    credited: Money
    paid: Money

    @property
    def owed(self) -> Money:
        """Never below zero."""
        return max(self._rest, Money.zero(self.gross.currency))

    @property
    def overpaid(self) -> Money:
        return max(-self._rest, Money.zero(self.gross.currency))

    @property
    def _rest(self) -> Money:
        return self.gross - self.credited - self.paid

    def state(self, due_on: date, today: date) -> InvoiceState:
        if self.overpaid:
            return InvoiceState.OVERPAID
        if not self.owed:
            return InvoiceState.PAID if self.paid else InvoiceState.CREDITED
        if due_on < today:
            return InvoiceState.OVERDUE
        return InvoiceState.PARTLY_PAID if self.paid else InvoiceState.OPEN


def balances_of(invoices: Sequence[FairInvoice]) -> dict[int, Balance]:
    """By invoice, in two statements for all of them. A credit note owes nothing itself: see the invoice it corrects."""
    keys = [invoice.pk for invoice in invoices]
    payments = FairPayment.objects.filter(invoice__in=keys, withdrawn_at__isnull=True).order_by()
    paid = dict(payments.values("invoice_id").annotate(all=Sum("amount")).values_list("invoice_id", "all"))
    notes = FairInvoice.objects.filter(corrects__in=keys).order_by()
    sums = notes.values("corrects_id").annotate(all=Sum(F("net_amount") + F("vat_amount")))
    credited = dict(sums.values_list("corrects_id", "all"))
    return {
        invoice.pk: Balance(
            invoice.gross,
            -_money(credited.get(invoice.pk), invoice.currency),
            _money(paid.get(invoice.pk), invoice.currency),
        )
        for invoice in invoices
    }


def balance_of(invoice: FairInvoice) -> Balance:
    return balances_of([invoice])[invoice.pk]


def _money(amount: Decimal | None, currency: str) -> Money:
    return Money(Decimal(amount or 0), currency).quantize()
