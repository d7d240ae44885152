"""Tax invoices in the API."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from i18n.today import day_here
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller
from orders.graphql.invoicing_wording import INVOICE_FORM, INVOICE_KIND, INVOICE_STATUS
from orders.graphql.payout_access import OF_SELLER
from orders.graphql.types.seller_order import SellerOrder
from orders.graphql.wording import ROLE
from orders.invoicing import states, tax_invoice
from orders.invoicing.actions import actions_of
from orders.invoicing.discovery import installed_providers
from orders.invoicing.neutral import line_name
from orders.payouts.papers import Paper, paper_url

TaxInvoiceStatus = Enum.from_enum(
    states.InvoiceStatus,
    name="TaxInvoiceStatus",
    description="ISSUED has its number; SENT was handed over; only ACCEPTED has the tax authority's code.",
)
TaxInvoiceKind = Enum.from_enum(
    tax_invoice.InvoiceKind, name="TaxInvoiceKind", description="An ADJUSTMENT says the difference only."
)
TaxInvoiceForm = Enum.from_enum(
    tax_invoice.InvoiceForm, name="TaxInvoiceForm", description="SALES of households and individuals, without VAT."
)


class TaxInvoiceLine(ObjectType):
    """Goods, freight, or what went back to the buyer (below zero)."""

    class Meta:
        access = OF_SELLER

    name = Field(String, required=True)
    name_english = Field(String, required=True)
    sku = Field(String, required=True)
    quantity = Field(Int)
    net = Field(Money, required=True)
    vat_percent = Field(Decimal, description="Null on a sales invoice.")
    vat_basis = Field(String, required=True)
    tax = Field(Money, required=True)
    total = Field(Money, required=True)

    @staticmethod
    def resolve_name(line: tax_invoice.TaxInvoiceLine, info: Any) -> str:
        return line_name(line, info.context.language)

    @staticmethod
    def resolve_name_english(line: tax_invoice.TaxInvoiceLine, info: Any) -> str:
        return line_name(line, "en")


class TaxInvoiceEvent(ObjectType):
    """A step in the history of an invoice."""

    class Meta:
        access = OF_SELLER

    status = Field(TaxInvoiceStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    at = Field(DateTime, required=True)
    by = Field(String, required=True, description="Seller, staff or the marketplace. Never a name.")
    reason = Field(String, required=True)

    @staticmethod
    def resolve_status_display(event: tax_invoice.TaxInvoiceEvent, info: Any) -> str:
        return gettext(info.context.language, INVOICE_STATUS[event.status])

    @staticmethod
    def resolve_by(event: tax_invoice.TaxInvoiceEvent, info: Any) -> str:
        return gettext(info.context.language, ROLE[event.role])

    @staticmethod
    def resolve_reason(event: tax_invoice.TaxInvoiceEvent, info: Any) -> str:
        return gettext(info.context.language, event.reason) if event.reason else ""


class TaxInvoice(ObjectType):
    """The electronic invoice of Vietnamese law for one seller's part of an order, or what corrects one."""

    class Meta:
        access = OF_SELLER

    id = Field(ID, required=True)
    number = Field(String, required=True, description="1C26TBD 00000012; empty for a draft.")
    kind = Field(TaxInvoiceKind, required=True)
    kind_display = Field(String, required=True, description="In the language of the request.")
    form = Field(TaxInvoiceForm, required=True)
    form_display = Field(String, required=True, description="In the language of the request.")
    status = Field(TaxInvoiceStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    is_export = Field(Boolean, required=True)
    seller = Field(Seller, required=True)
    seller_order = Field(SellerOrder)
    order_number = Field(String, required=True)
    buyer_name = Field(String, required=True)
    buyer_tax_id = Field(String, required=True)
    about_number = Field(String, required=True, description="Of the invoice it replaces or adjusts.")
    reason = Field(String, required=True)
    created = Field(DateTime, required=True)
    issued = Field(DateTime)
    net = Field(Money, required=True)
    tax = Field(Money, required=True)
    total = Field(Money, required=True)
    total_vnd = Field(Money, description="At the rate of the day of issue; null where none was known.")
    vnd_rate_source = Field(String, required=True)
    cleared_on = Field(Date, description="The day that customs released exported goods, as the seller said.")
    due_on = Field(Date, description="The last day to issue it; null while what it depends on has not happened.")
    due_basis = Field(String, required=True)
    due_checked = Field(Boolean, required=True, description="False: nobody confirmed this rule.")
    is_overdue = Field(Boolean, required=True)
    provider_name = Field(String, required=True, description="In the language of the request.")
    by_hand = Field(Boolean, required=True, description="A person hands the file in and says what came back.")
    reference = Field(String, required=True)
    authority_code = Field(String, required=True)
    refusal = Field(String, required=True)
    trouble = Field(String, required=True, description="Why handing over did not work the last time.")
    is_on_its_way = Field(Boolean, required=True, description="It is being handed over, or its answer asked for.")
    lines = Field(List(NonNull(TaxInvoiceLine)), required=True, size=5)
    events = Field(List(NonNull(TaxInvoiceEvent)), required=True, size=5)
    pdf_url = Field(String, required=True, description="The address works for an hour.")
    xml_url = Field(String, description="The file to hand in; null for a draft.")
    json_url = Field(String, description="The same as JSON.")
    available_actions = Field(
        List(NonNull(String)),
        required=True,
        size=3,
        description="CLEAR, ISSUE, SEND, ANSWER, REPLACE, ADJUST: what its state allows the seller.",
    )

    resolve_seller = related("seller")
    resolve_seller_order = related("seller_order")
    resolve_created = attribute("created_at")
    resolve_issued = attribute("issued_at")
    resolve_lines = related_list(
        lambda _info: tax_invoice.TaxInvoiceLine.objects.select_related("invoice").order_by("position"), by="invoice_id"
    )
    resolve_events = related_list(
        lambda _info: tax_invoice.TaxInvoiceEvent.objects.select_related("invoice").order_by("at", "id"),
        by="invoice_id",
    )

    @staticmethod
    def resolve_kind_display(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return gettext(info.context.language, INVOICE_KIND[row.kind])

    @staticmethod
    def resolve_form_display(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return gettext(info.context.language, INVOICE_FORM[row.form])

    @staticmethod
    def resolve_status_display(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return gettext(info.context.language, INVOICE_STATUS[row.status])

    @staticmethod
    def resolve_order_number(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return row.seller_order.number

    @staticmethod
    def resolve_buyer_name(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return row.buyer_party.get("company") or row.buyer_party.get("name") or ""

    @staticmethod
    def resolve_buyer_tax_id(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return row.buyer_party.get("tax_id") or ""

    @staticmethod
    def resolve_about_number(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return row.about.number if row.about is not None else ""

    @staticmethod
    def resolve_reason(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return gettext(info.context.language, row.reason) if row.reason else ""

    @staticmethod
    def resolve_is_overdue(row: tax_invoice.TaxInvoice, info: Any) -> bool:
        is_draft = row.status == states.InvoiceStatus.DRAFT
        return is_draft and row.due_on is not None and row.due_on < day_here(info.context.now)

    @staticmethod
    def resolve_provider_name(row: tax_invoice.TaxInvoice, info: Any) -> str:
        provider = installed_providers().get(row.provider)
        return gettext(info.context.language, provider.name) if provider is not None else ""

    @staticmethod
    def resolve_by_hand(row: tax_invoice.TaxInvoice, info: Any) -> bool:
        provider = installed_providers().get(row.provider)
        return provider is None or provider.by_hand

    @staticmethod
    def resolve_is_on_its_way(row: tax_invoice.TaxInvoice, info: Any) -> bool:
        return row.next_try_at is not None

    @staticmethod
    def resolve_pdf_url(row: tax_invoice.TaxInvoice, info: Any) -> str:
        return _paper(row, "PDF", info)

    @staticmethod
    def resolve_xml_url(row: tax_invoice.TaxInvoice, info: Any) -> str | None:
        return _paper(row, "XML", info) if row.issued_at else None

    @staticmethod
    def resolve_json_url(row: tax_invoice.TaxInvoice, info: Any) -> str | None:
        return _paper(row, "JSON", info) if row.issued_at else None

    @staticmethod
    def resolve_available_actions(row: tax_invoice.TaxInvoice, info: Any) -> list[str]:
        return actions_of(row)


def _paper(row: tax_invoice.TaxInvoice, file_format: str, info: Any) -> str:
    return paper_url(Paper("TAX_INVOICE", format=file_format, id=str(row.pk)), now=info.context.now)
