"""Money, by staff: ``fairInvoiceIssue``, ``fairInvoiceCredit``, ``fairPaymentRecord``, ``fairPaymentWithdraw``."""

from datetime import date
from decimal import Decimal as Number
from typing import Any

from i18n.money import Money
from marketplace.expo import texts
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, exhibitor_of, row_of
from marketplace.expo.graphql.billing.types import FairInvoice, FairPayment
from marketplace.expo.invoices.credit import credit_invoice
from marketplace.expo.invoices.invoice import FairInvoice as InvoiceRow
from marketplace.expo.invoices.issue import issue_invoice
from marketplace.expo.invoices.lines import EXTRA, LineDraft
from marketplace.expo.invoices.pay import record_payment, withdraw_payment
from marketplace.expo.invoices.payment import FairPayment as PaymentRow
from marketplace.expo.packages.prices import read_money
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    Decimal,
    Field,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)


class FairInvoiceExtraInput(InputObjectType):
    """Something charged besides what follows from the application and the booths."""

    name = String(required=True, description="As the invoice says it.")
    quantity = Decimal(required=True)
    unit_price = Decimal(required=True, description="Before tax.")


class FairInvoiceIssue(Mutation):
    """Bill an exhibitor, by letter. What follows from application and booths is billed once."""

    class Arguments:
        exhibitor_id = ID(required=True)
        currency = String(required=True, description="ISO 4217.")
        with_standard = Boolean(description="False: the extras only.")
        extras = List(NonNull(FairInvoiceExtraInput), description="At most 30.")

    class Meta:
        access = STAFF
        creates = True
        error_codes = ("NO_ORGANISER",)
        known_errors = errors.REFUSED

    fair_invoice = Field(FairInvoice)

    @classmethod
    def perform(
        cls, info: Any, *, exhibitor_id: str, currency: str, with_standard: bool | None = None, extras: Any = None
    ) -> dict[str, Any]:
        code = read_money(Number(0), currency.upper()[:10]).currency
        invoice = issue_invoice(
            exhibitor=exhibitor_of(info, exhibitor_id, "exhibitor_id"),
            currency=code,
            extras=[_extra(each, code) for each in extras or ()],
            with_standard=with_standard is not False,
            by=caller(info),
            now=info.context.now,
        )
        return {"fair_invoice": invoice}


def _extra(given: Any, currency: str) -> LineDraft:
    return LineDraft(EXTRA, texts.tidy(given["name"]), given["quantity"], Money(given["unit_price"], currency))


class FairInvoiceCredit(Mutation):
    """Take an invoice back by a credit note, whole or in part."""

    class Arguments:
        id = ID(required=True)
        net_amount = Decimal(description="Before tax; all that is left of the invoice when left out.")
        reason = String(required=True, description="As the exhibitor reads it.")

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    fair_invoice = Field(FairInvoice, description="The credit note.")

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str, net_amount: Number | None = None) -> dict[str, Any]:
        invoice = _invoice(id)
        net = Money(net_amount, invoice.currency) if net_amount is not None else None
        note = credit_invoice(invoice=invoice, net=net, reason=reason, by=caller(info), now=info.context.now)
        return {"fair_invoice": note}


class FairPaymentRecord(Mutation):
    """Write down a bank transfer that came in for an invoice; a part or too much are taken as they are."""

    class Arguments:
        invoice_id = ID(required=True)
        amount = Decimal(required=True, description="In the invoice's currency.")
        paid_on = Date(required=True)
        reference = String(required=True, description="The bank's own: no transfer is recorded twice.")

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    fair_payment = Field(FairPayment)
    fair_invoice = Field(FairInvoice)

    @classmethod
    def perform(cls, info: Any, *, invoice_id: str, amount: Number, paid_on: date, reference: str) -> dict[str, Any]:
        invoice = _invoice(invoice_id, "invoice_id")
        payment = record_payment(
            invoice=invoice,
            money=Money(amount, invoice.currency),
            paid_on=paid_on,
            reference=reference,
            by=caller(info),
            now=info.context.now,
        )
        return {"fair_payment": payment, "fair_invoice": invoice}


class FairPaymentWithdraw(Mutation):
    """Say that a payment was recorded by mistake; the row stays."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    fair_payment = Field(FairPayment)

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        payment = row_of(PaymentRow.objects.select_related("invoice"), "FairPayment", id, "id")
        return {"fair_payment": withdraw_payment(payment=payment, reason=reason, now=info.context.now)}


def _invoice(global_id: str, field: str = "id") -> InvoiceRow:
    return row_of(InvoiceRow.objects.select_related("exhibitor__expo", "paper"), "FairInvoice", global_id, field)
