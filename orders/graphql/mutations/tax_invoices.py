"""``taxInvoiceCreate``, ``-Clear``, ``-Issue``, ``-Send``, ``-Answer``, ``-Replace``, ``-Adjust``."""

from datetime import date
from typing import Any
from uuid import UUID

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Boolean, Date, Field, InputError, Mutation, String
from marketplace.sellers.member import MemberRole
from orders.graphql.access import find_seller_order, seller_roles, user_of
from orders.graphql.invoicing_access import tax_invoice_to_change, tax_invoices
from orders.graphql.invoicing_refusals import INVOICE, INVOICE_CODES
from orders.graphql.types.tax_invoice import TaxInvoice
from orders.invoicing.adjust import adjust_tax_invoice
from orders.invoicing.clear import note_clearance
from orders.invoicing.draft import draft_tax_invoice
from orders.invoicing.hand_over import record_answer, send_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.replace import replace_tax_invoice
from orders.lifecycle.by import By, Role


def _by_seller(info: Any) -> By:
    return By(Role.SELLER, user_of(info))


def _answer(invoice_id: UUID) -> dict[str, Any]:
    return {"tax_invoice": tax_invoices().get(pk=invoice_id)}


class TaxInvoiceCreate(Mutation):
    """Draft the tax invoice of a part that has left. It is drafted by itself; asking again gives the same one."""

    class Arguments:
        seller_order = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice)

    @classmethod
    def perform(cls, info: Any, *, seller_order: str) -> dict[str, Any]:
        part = find_seller_order(info, seller_order, MemberRole.MANAGER)
        if part is None or part.seller_id not in seller_roles(info):
            raise InputError(_("There is no such order."), field="seller_order", code="NOT_FOUND")
        made = draft_tax_invoice(seller_order_id=part.pk, by=_by_seller(info), now=info.context.now)
        return _answer(made.pk)


class TaxInvoiceClear(Mutation):
    """Say on which day customs released the goods of an export: its invoice is due the next working day."""

    class Arguments:
        id = ID(required=True)
        day = Date(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice)

    @classmethod
    def perform(cls, info: Any, *, id: str, day: date) -> dict[str, Any]:
        invoice = tax_invoice_to_change(info, id)
        note_clearance(invoice_id=invoice.pk, day=day, by=_by_seller(info), now=info.context.now)
        return _answer(invoice.pk)


class TaxInvoiceIssue(Mutation):
    """Give a draft its number. It never changes again; what is wrong afterwards is replaced or adjusted."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        invoice = tax_invoice_to_change(info, id)
        issue_tax_invoice(invoice_id=invoice.pk, by=_by_seller(info), now=info.context.now)
        return _answer(invoice.pk)


class TaxInvoiceSend(Mutation):
    """Have it handed over by the seller's service; with a file, say that it was handed in. Twice is once."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        invoice = tax_invoice_to_change(info, id)
        send_tax_invoice(invoice_id=invoice.pk, by=_by_seller(info), now=info.context.now)
        return _answer(invoice.pk)


class TaxInvoiceAnswer(Mutation):
    """Write down what the tax authority said to a file that was handed in by hand."""

    class Arguments:
        id = ID(required=True)
        accepted = Boolean(required=True)
        authority_code = String(description="What it gave an accepted invoice; needed then.")
        reason = String(description="Why it was not taken; needed then.")

    class Meta:
        access = SIGNED_IN
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, accepted: bool, authority_code: str | None = None, reason: str | None = None
    ) -> dict[str, Any]:
        code = (needed if accepted else bounded)(authority_code or "", "authority_code", 60)
        text = (bounded if accepted else needed)(reason or "", "reason", 500)
        invoice = tax_invoice_to_change(info, id)
        record_answer(
            invoice_id=invoice.pk,
            accepted=accepted,
            authority_code=code,
            reason=text,
            by=_by_seller(info),
            now=info.context.now,
        )
        return _answer(invoice.pk)


class TaxInvoiceReplace(Mutation):
    """Draft an invoice that says everything anew. The wrong one stands until the new one is issued."""

    class Arguments:
        id = ID(required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice, description="The draft.")

    @classmethod
    def perform(cls, info: Any, *, id: str, reason: str) -> dict[str, Any]:
        text, invoice = needed(reason, "reason", 500), tax_invoice_to_change(info, id)
        made = replace_tax_invoice(invoice_id=invoice.pk, reason=text, by=_by_seller(info), now=info.context.now)
        return _answer(made.pk)


class TaxInvoiceAdjust(Mutation):
    """Draft the invoice of what went back to the buyer since. It is drafted by itself with each refund."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = INVOICE_CODES
        known_errors = INVOICE

    tax_invoice = Field(TaxInvoice, description="The draft.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        invoice = tax_invoice_to_change(info, id)
        made = adjust_tax_invoice(invoice_id=invoice.pk, by=_by_seller(info), now=info.context.now)
        return _answer(made.pk)
