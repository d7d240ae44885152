"""Contracts, invoices and payments of exhibitors, in the API."""

import enum
from collections.abc import Sequence
from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from i18n.today import today_here
from marketplace.expo.contracts.contract import FairContract as ContractRow
from marketplace.expo.contracts.open import file_url, paper_url
from marketplace.expo.contracts.paper import FairPaper
from marketplace.expo.graphql.access import STAFF, of_exhibitor
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.expo.invoices.balance import Balance, InvoiceState, balances_of
from marketplace.expo.invoices.invoice import FairInvoice as InvoiceRow
from marketplace.expo.invoices.invoice import FairInvoiceLine as LineRow
from marketplace.expo.invoices.payment import FairPayment as PaymentRow
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)

FairInvoiceStateEnum = Enum.from_enum(
    enum.StrEnum("FairInvoiceStateEnum", {each.name: each.value for each in InvoiceState}),
    description="CREDITED: nothing is owed any more, and nothing was paid.",
)
MANAGER = of_exhibitor(lambda row: row.exhibitor_id, ExhibitorRole.MANAGER)
OF_INVOICE = of_exhibitor(lambda row: row.invoice.exhibitor_id, ExhibitorRole.MANAGER)


def _papers(rows: Sequence[Any]) -> list[FairPaper]:
    found = FairPaper.objects.in_bulk([row.paper_id for row in rows])
    return [found[row.paper_id] for row in rows]


class FairContract(ObjectType):
    """The contract between organiser and exhibitor. For the exhibitor's managers, and staff."""

    class Meta:
        access = MANAGER

    id = Field(ID, required=True)
    number = Field(String, required=True)
    issued_on = Field(Date, required=True)
    language = Field(LanguageDisplay, required=True, description="Beside Vietnamese, which binds.")
    url = Field(String, required=True, description="Opens the PDF for an hour; its bytes never change.")
    sha256 = Field(String, description="Of the PDF; null until it is made, shortly after the approval.")
    is_agreed = Field(Boolean, required=True, description="Accepted online, or on a signed copy.")
    accepted_at = Field(DateTime)
    accepted_name = Field(String, description="As who accepted online typed it.")
    accepted_sha256 = Field(String, description="Of the PDF that was accepted.")
    signed_at = Field(DateTime, description="When a signed copy came in.")
    signed_sha256 = Field(String)
    signed_url = Field(String, description="Opens the signed copy for an hour.")

    @staticmethod
    @batch
    def resolve_number(contracts: list[ContractRow], info: Any) -> list[str]:
        return [paper.number for paper in _papers(contracts)]

    @staticmethod
    @batch
    def resolve_issued_on(contracts: list[ContractRow], info: Any) -> list[Any]:
        return [paper.issued_on for paper in _papers(contracts)]

    @staticmethod
    @batch
    def resolve_language(contracts: list[ContractRow], info: Any) -> list[str]:
        return [paper.language for paper in _papers(contracts)]

    @staticmethod
    @batch
    def resolve_url(contracts: list[ContractRow], info: Any) -> list[str]:
        return [paper_url(paper, now=info.context.now) for paper in _papers(contracts)]

    @staticmethod
    @batch
    def resolve_sha256(contracts: list[ContractRow], info: Any) -> list[str | None]:
        return [paper.sha256 or None for paper in _papers(contracts)]

    @staticmethod
    @batch
    def resolve_accepted_name(contracts: list[ContractRow], info: Any) -> list[str | None]:
        return [contract.accepted_name or None for contract in contracts]

    @staticmethod
    @batch
    def resolve_accepted_sha256(contracts: list[ContractRow], info: Any) -> list[str | None]:
        return [contract.accepted_sha256 or None for contract in contracts]

    @staticmethod
    @batch
    def resolve_signed_sha256(contracts: list[ContractRow], info: Any) -> list[str | None]:
        return [contract.signed_sha256 or None for contract in contracts]

    @staticmethod
    @batch
    def resolve_signed_url(contracts: list[ContractRow], info: Any) -> list[str | None]:
        return [_signed_url(contract, info) if contract.signed_file else None for contract in contracts]


def _signed_url(contract: ContractRow, info: Any) -> str:
    ending = contract.signed_file.rpartition(".")[2]
    return file_url(contract.signed_file, f"signed.{ending}", contract.signed_file_type, now=info.context.now)


class FairInvoiceLine(ObjectType):
    """Quantity times unit price, before tax."""

    class Meta:
        access = OF_INVOICE

    kind = Field(String, required=True, description="A FairPriceKindEnum, BOOTH or EXTRA.")
    name = Field(String, required=True)
    quantity = Field(Decimal, required=True)
    unit_price = Field(Money, required=True)
    total = Field(Money, required=True)

    @staticmethod
    @batch
    def resolve_unit_price(lines: list[LineRow], info: Any) -> list[Amount]:
        return [Amount(line.unit_amount, line.invoice.currency) for line in lines]

    @staticmethod
    @batch
    def resolve_total(lines: list[LineRow], info: Any) -> list[Amount]:
        return [Amount(line.amount, line.invoice.currency) for line in lines]


class FairPayment(ObjectType):
    """Money that came in, as staff read it from the bank's statement."""

    class Meta:
        access = OF_INVOICE

    id = Field(ID, required=True)
    amount = Field(Money, required=True)
    paid_on = Field(Date, required=True)
    reference = Field(String, required=True, description="The bank's own.")
    recorded_at = Field(DateTime, required=True)
    withdrawn_at = Field(DateTime, description="When staff found that it was recorded by mistake.")
    withdrawn_reason = Field(String, access=STAFF)
    invoice = Field(lambda: FairInvoice, required=True)

    resolve_invoice = related("invoice")

    @staticmethod
    @batch
    def resolve_amount(payments: list[PaymentRow], info: Any) -> list[Amount]:
        return [payment.money for payment in payments]

    @staticmethod
    @batch
    def resolve_withdrawn_reason(payments: list[PaymentRow], info: Any) -> list[str | None]:
        return [payment.withdrawn_reason or None for payment in payments]


class FairInvoice(ObjectType):
    """An invoice of the organiser, or a credit note, whose amounts are negative. For managers, and staff."""

    class Meta:
        access = MANAGER

    id = Field(ID, required=True)
    number = Field(String, required=True)
    is_credit_note = Field(Boolean, required=True)
    exhibitor = Field(Exhibitor, required=True)
    issued_on = Field(Date, required=True)
    due_on = Field(Date, required=True)
    net = Field(Money, required=True)
    vat_rate = Field(Decimal, required=True, description="0.08 is 8 %.")
    vat_basis = Field(String, required=True, description="The law the rate comes from.")
    vat = Field(Money, required=True)
    gross = Field(Money, required=True)
    paid = Field(Money, required=True)
    credited = Field(Money, required=True)
    owed = Field(Money, required=True, description="Never below zero.")
    overpaid = Field(Money, required=True)
    state = Field(FairInvoiceStateEnum, description="Null for a credit note.")
    reason = Field(String, description="Of a credit note.")
    corrects = Field(lambda: FairInvoice, description="Of a credit note, the invoice.")
    lines = Field(NonNull(List(NonNull(FairInvoiceLine))), size=10)
    payments = Field(NonNull(List(NonNull(FairPayment))), size=5)
    url = Field(String, required=True, description="Opens the PDF for an hour.")

    resolve_exhibitor = related("exhibitor")
    resolve_corrects = related("corrects")
    resolve_lines = related_list(lambda info: LineRow.objects.select_related("invoice").order_by("pk"), by="invoice_id")
    resolve_payments = related_list(
        lambda info: PaymentRow.objects.select_related("invoice").order_by("paid_on", "pk"), by="invoice_id"
    )

    @staticmethod
    @batch
    def resolve_number(invoices: list[InvoiceRow], info: Any) -> list[str]:
        return [paper.number for paper in _papers(invoices)]

    @staticmethod
    @batch
    def resolve_url(invoices: list[InvoiceRow], info: Any) -> list[str]:
        return [paper_url(paper, now=info.context.now) for paper in _papers(invoices)]

    @staticmethod
    @batch
    def resolve_is_credit_note(invoices: list[InvoiceRow], info: Any) -> list[bool]:
        return [invoice.corrects_id is not None for invoice in invoices]

    @staticmethod
    @batch
    def resolve_reason(invoices: list[InvoiceRow], info: Any) -> list[str | None]:
        return [invoice.reason or None for invoice in invoices]

    @staticmethod
    @batch
    def resolve_paid(invoices: list[InvoiceRow], info: Any) -> list[Amount]:
        return [balance.paid for balance in _balances(invoices, info)]

    @staticmethod
    @batch
    def resolve_credited(invoices: list[InvoiceRow], info: Any) -> list[Amount]:
        return [balance.credited for balance in _balances(invoices, info)]

    @staticmethod
    @batch
    def resolve_owed(invoices: list[InvoiceRow], info: Any) -> list[Amount]:
        return [balance.owed for balance in _balances(invoices, info)]

    @staticmethod
    @batch
    def resolve_overpaid(invoices: list[InvoiceRow], info: Any) -> list[Amount]:
        return [_overpaid(invoice, each) for invoice, each in zip(invoices, _balances(invoices, info), strict=True)]

    @staticmethod
    @batch
    def resolve_state(invoices: list[InvoiceRow], info: Any) -> list[InvoiceState | None]:
        return [
            None if invoice.corrects_id is not None else balance.state(invoice.due_on, today_here())
            for invoice, balance in zip(invoices, _balances(invoices, info), strict=True)
        ]


def _balances(invoices: Sequence[InvoiceRow], info: Any) -> list[Balance]:
    found = balances_of(invoices)
    return [found[invoice.pk] for invoice in invoices]


def _overpaid(invoice: InvoiceRow, balance: Balance) -> Amount:
    return Amount.zero(invoice.currency) if invoice.corrects_id is not None else balance.overpaid


FairInvoiceCountableConnection = connection_type(FairInvoice)
