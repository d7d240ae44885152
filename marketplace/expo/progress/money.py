"""The money of a fair by its invoices: never one currency with another."""

from dataclasses import dataclass
from datetime import date

from i18n.money import Money
from marketplace.expo.exhibition import Expo
from marketplace.expo.invoices.balance import Balance, InvoiceState, balances_of
from marketplace.expo.invoices.invoice import FairInvoice


@dataclass(frozen=True, slots=True)
class MoneyCount:
    """Of one currency. ``invoiced`` is with VAT and less credit notes, ``net`` the same without VAT.

    Invoiced is what is paid and what is still owed, less what was paid too much; ``overdue`` is the part of what is
    owed whose last day has passed. What one exhibitor paid too much makes nobody else's debt smaller.
    """

    currency: str
    invoices: int
    net: Money
    invoiced: Money
    paid: Money
    owed: Money
    overpaid: Money
    overdue: Money
    overdue_invoices: int


def money_of(expo: Expo, on: date) -> list[MoneyCount]:
    """By currency code; three queries."""
    issued = list(FairInvoice.objects.filter(exhibitor__expo=expo).order_by("pk"))
    balances = balances_of([invoice for invoice in issued if invoice.corrects_id is None])
    return [
        _of_currency(code, [invoice for invoice in issued if invoice.currency == code], balances, on)
        for code in sorted({invoice.currency for invoice in issued})
    ]


def overdue_invoices(invoices: list[FairInvoice], on: date) -> list[tuple[FairInvoice, Balance]]:
    """Those of which something is owed that should have been paid before that day."""
    balances = balances_of(invoices)
    rows = [(invoice, balances[invoice.pk]) for invoice in invoices]
    return [row for row in rows if row[1].state(row[0].due_on, on) == InvoiceState.OVERDUE]


def _of_currency(code: str, issued: list[FairInvoice], balances: dict[int, Balance], on: date) -> MoneyCount:
    zero = Money.zero(code)
    mine = [(invoice, balances[invoice.pk]) for invoice in issued if invoice.pk in balances]
    late = [balance for invoice, balance in mine if balance.state(invoice.due_on, on) == InvoiceState.OVERDUE]
    return MoneyCount(
        currency=code,
        invoices=len(mine),
        net=sum((invoice.net for invoice in issued), zero).quantize(),
        invoiced=sum((invoice.gross for invoice in issued), zero).quantize(),
        paid=sum((balance.paid for _invoice, balance in mine), zero),
        owed=sum((balance.owed for _invoice, balance in mine), zero).quantize(),
        overpaid=sum((balance.overpaid for _invoice, balance in mine), zero).quantize(),
        overdue=sum((balance.owed for balance in late), zero).quantize(),
        overdue_invoices=len(late),
    )
