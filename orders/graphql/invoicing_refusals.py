"""What the verbs of tax invoices and returns raise, as refusals that people understand."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, UserErrors
from orders.invoicing.adjust import NothingToAdjust
from orders.invoicing.clear import ImpossibleClearance
from orders.invoicing.discovery import UnknownProvider
from orders.invoicing.draft import NotShippedYet
from orders.invoicing.hand_over import AnsweredByProvider
from orders.invoicing.issue import NothingToInvoice
from orders.invoicing.set_account import ProviderNotReady, TokenMissing
from orders.invoicing.states import IllegalInvoiceMove
from orders.lifecycle.consignment import AddressErased
from orders.payouts.tax_returns.prepare import EarlierReturnMissing, LaterReturnExists, MonthNotOver
from orders.payouts.tax_returns.settle import EarlierReturnUnpaid
from orders.payouts.tax_returns.tax_return import IllegalTaxReturnMove

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]

INVOICE_CODES = (
    "ILLEGAL_MOVE",
    "NOT_SHIPPED",
    "NOTHING_TO_INVOICE",
    "NOTHING_TO_ADJUST",
    "ANSWERED_BY_PROVIDER",
    "ADDRESS_ERASED",
)
INVOICE: Known = {
    IllegalInvoiceMove: lambda r: InputError(
        _("This cannot be done with an invoice in this state. Look at it again."), field="id", code="ILLEGAL_MOVE"
    ),
    NotShippedYet: lambda r: InputError(
        _("The invoice is written when all goods of the order have left."), field="seller_order", code="NOT_SHIPPED"
    ),
    NothingToInvoice: lambda r: InputError(
        _("Nothing is left of this sale that an invoice could be written for."), field="id", code="NOTHING_TO_INVOICE"
    ),
    NothingToAdjust: lambda r: InputError(
        _("Everything that went back to the buyer stands in an invoice already."), field="id", code="NOTHING_TO_ADJUST"
    ),
    ImpossibleClearance: lambda r: InputError(
        _("Customs releases exported goods between the day of the order and today."), field="day"
    ),
    AnsweredByProvider: lambda r: InputError(
        _("The invoicing service is asked for the answer of this invoice; nobody writes it down by hand."),
        field="id",
        code="ANSWERED_BY_PROVIDER",
    ),
    AddressErased: lambda r: InputError(
        _("The buyer's data were erased; no invoice can be written any more."), field="id", code="ADDRESS_ERASED"
    ),
}
ACCOUNT_CODES = ("PROVIDER_NOT_READY",)
ACCOUNT: Known = {
    UnknownProvider: lambda r: InputError(_("There is no such service."), field="provider", code="NOT_FOUND"),
    ProviderNotReady: lambda r: InputError(
        _("The marketplace is not connected to this service yet."), field="provider", code="PROVIDER_NOT_READY"
    ),
    TokenMissing: lambda r: InputError(
        _("This service needs the key that it gave you."), field="token", code="REQUIRED"
    ),
}
RETURN_CODES = ("ILLEGAL_MOVE", "MONTH_NOT_OVER", "EARLIER_RETURN_MISSING", "EARLIER_RETURN_UNPAID", "LATER_RETURN")
RETURN: Known = {
    IllegalTaxReturnMove: lambda r: InputError(
        _("This cannot be done with a return in this state. Look at it again."), field="id", code="ILLEGAL_MOVE"
    ),
    MonthNotOver: lambda r: InputError(
        _("The month is not over: more may be withheld in it."), field="month", code="MONTH_NOT_OVER"
    ),
    EarlierReturnMissing: lambda r: InputError(
        _("The return of %(month)s has to be prepared first."),
        field="month",
        code="EARLIER_RETURN_MISSING",
        params={"month": f"{r.first:%Y-%m}"},
    ),
    LaterReturnExists: lambda r: InputError(
        _("The return of %(month)s was prepared already; this month had nothing to declare."),
        field="month",
        code="LATER_RETURN",
        params={"month": r.name},
    ),
    EarlierReturnUnpaid: lambda r: InputError(
        _("The return of %(month)s has to be paid first."),
        field="id",
        code="EARLIER_RETURN_UNPAID",
        params={"month": r.name},
    ),
}
