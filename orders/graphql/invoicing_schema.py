"""Tax invoices and tax returns in the public API."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Date,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    PermissionDenied,
    connection_type,
)
from marketplace.sellers.seller import EntityType, Seller
from orders.graphql.access import PAYOUTS_MANAGE, key_of
from orders.graphql.invoicing_access import find_tax_invoice, tax_invoices
from orders.graphql.mutations.invoicing_account_set import InvoicingAccountSet
from orders.graphql.mutations.tax_invoices import (
    TaxInvoiceAdjust,
    TaxInvoiceAnswer,
    TaxInvoiceClear,
    TaxInvoiceCreate,
    TaxInvoiceIssue,
    TaxInvoiceReplace,
    TaxInvoiceSend,
)
from orders.graphql.mutations.tax_returns import TaxReturnFile, TaxReturnPay, TaxReturnPrepare
from orders.graphql.payout_access import STAFF, seller_key
from orders.graphql.types.invoicing_account import Chosen, InvoicingAccountOfSeller, chosen_by
from orders.graphql.types.tax_invoice import TaxInvoice, TaxInvoiceStatus
from orders.graphql.types.tax_return import HouseholdRevenue, TaxReturn
from orders.invoicing.states import InvoiceStatus
from orders.invoicing.tax_invoice import TaxInvoice as InvoiceRow
from orders.payouts.tax_returns.prepare import next_month_to_prepare
from orders.payouts.tax_returns.tax_return import TaxReturn as ReturnRow
from orders.payouts.withholding.yearly_revenue import YearlyRevenue, yearly_revenue

TaxInvoiceCountableConnection = connection_type(TaxInvoice)
TaxReturnCountableConnection = connection_type(TaxReturn)


class TaxInvoiceFilterInput(InputObjectType):
    """Which tax invoices to list; what is given narrows together."""

    status = List(NonNull(TaxInvoiceStatus))
    overdue = Boolean(description="Drafts whose day is over.")
    needs_attention = Boolean(description="Rejected, overdue, or not handed over because something is in the way.")
    seller_order = ID()


class InvoicingQueries(ObjectType):
    """Tax invoices of sellers, and the tax that is withheld from some of them."""

    tax_invoices = ConnectionField(
        TaxInvoiceCountableConnection,
        seller=ID(description="Left out: of all sellers, for staff."),
        filter=TaxInvoiceFilterInput(),
        access=SIGNED_IN,
        description="Newest first, for managers of the seller and for staff who pay out.",
    )
    tax_invoice = Field(
        TaxInvoice, id=ID(required=True), access=SIGNED_IN, description="Null for who may not know of it."
    )
    invoicing_account = Field(InvoicingAccountOfSeller, seller=ID(required=True), required=True, access=SIGNED_IN)
    household_revenue = Field(
        HouseholdRevenue,
        seller=ID(required=True),
        year=Int(required=True),
        access=SIGNED_IN,
        cost=10,
        description="Null for an enterprise, and for a year without a threshold.",
    )
    tax_returns = ConnectionField(TaxReturnCountableConnection, access=STAFF, description="Newest month first.")
    tax_return_to_prepare = Field(
        Date, access=STAFF, description="First day of the oldest month with something to declare and no return."
    )

    @staticmethod
    def resolve_tax_invoices(
        root: Any, info: Any, seller: str | None = None, filter: Any = None
    ) -> QuerySet[InvoiceRow]:
        if seller is None and not info.context.actor.has_permission(PAYOUTS_MANAGE):
            raise PermissionDenied(_("Say of which seller."))
        rows = tax_invoices()
        if seller is not None:
            rows = rows.filter(seller=seller_key(info, seller))
        return _filtered(rows, filter or {}, day_here(info.context.now))

    @staticmethod
    def resolve_tax_invoice(root: Any, info: Any, id: str) -> InvoiceRow | None:
        return find_tax_invoice(info, id)

    @staticmethod
    def resolve_invoicing_account(root: Any, info: Any, seller: str) -> Chosen:
        return chosen_by(seller_key(info, seller))

    @staticmethod
    def resolve_household_revenue(root: Any, info: Any, seller: str, year: int) -> YearlyRevenue | None:
        key = seller_key(info, seller)
        if not 2000 <= year <= 2999:
            raise InputError(_("This is no year."), field="year")
        if Seller.objects.filter(pk=key, entity_type=EntityType.ENTERPRISE).exists():
            return None
        return yearly_revenue(key, year, today=day_here(info.context.now))

    @staticmethod
    def resolve_tax_returns(root: Any, info: Any) -> QuerySet[ReturnRow]:
        return ReturnRow.objects.order_by("-year", "-month")

    @staticmethod
    def resolve_tax_return_to_prepare(root: Any, info: Any) -> date | None:
        found = next_month_to_prepare()
        return found if found is not None and found < day_here(info.context.now).replace(day=1) else None


def _filtered(rows: QuerySet[InvoiceRow], wanted: Any, today: date) -> QuerySet[InvoiceRow]:
    overdue = Q(status=InvoiceStatus.DRAFT, due_on__lt=today)
    if wanted.get("status"):
        rows = rows.filter(status__in=[getattr(each, "value", each) for each in wanted["status"]])
    if wanted.get("overdue"):
        rows = rows.filter(overdue)
    if wanted.get("needs_attention"):
        rows = rows.filter(overdue | Q(status=InvoiceStatus.REJECTED) | ~Q(trouble=""))
    if wanted.get("seller_order"):
        rows = rows.filter(seller_order=key_of(wanted["seller_order"], "SellerOrder"))
    return rows


class InvoicingMutations(ObjectType):
    """Writing tax invoices, and paying withheld tax to the state."""

    tax_invoice_create = TaxInvoiceCreate.Field()
    tax_invoice_clear = TaxInvoiceClear.Field()
    tax_invoice_issue = TaxInvoiceIssue.Field()
    tax_invoice_send = TaxInvoiceSend.Field()
    tax_invoice_answer = TaxInvoiceAnswer.Field()
    tax_invoice_replace = TaxInvoiceReplace.Field()
    tax_invoice_adjust = TaxInvoiceAdjust.Field()
    invoicing_account_set = InvoicingAccountSet.Field()
    tax_return_prepare = TaxReturnPrepare.Field()
    tax_return_file = TaxReturnFile.Field()
    tax_return_pay = TaxReturnPay.Field()
