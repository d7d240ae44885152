"""What the verbs of bank statements raise, as refusals that people understand."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, UserErrors
from orders.bank_statements.entry import IllegalEntryMove
from orders.bank_statements.import_statement import UnknownAccount
from orders.bank_statements.match_entry import WrongAmount, WrongCurrency, WrongDirection
from orders.bank_statements.match_order import NothingToMatch
from orders.bank_statements.parsed import BadStatement
from orders.payments.refund import IllegalRefundMove
from orders.payments.undo_charge import ChargeNotUndone

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]
FILE_CODES = ("BAD_STATEMENT", "UNKNOWN_ACCOUNT")
ENTRY_CODES = ("WRONG_STATE", "WRONG_CURRENCY", "WRONG_AMOUNT", "NOT_UNDONE")


def _bad_statement(refusal: BadStatement) -> InputError:
    message = _("The file cannot be read as a bank statement, so nothing of it was taken. (%(reason)s)")
    if refusal.place:
        message = _("The file cannot be read as a bank statement, so nothing of it was taken. (%(reason)s: %(place)s)")
    params = {"reason": refusal.reason, "place": refusal.place}
    return InputError(message, field="file", code="BAD_STATEMENT", params=params)


def _unknown_account(refusal: UnknownAccount) -> InputError:
    if not refusal.account_number:
        return InputError(_("Choose the account that the file is of."), field="currency", code="UNKNOWN_ACCOUNT")
    return InputError(
        _("The statement is of the account %(account)s (%(currency)s), which no buyer of this marketplace pays into."),
        field="file",
        code="UNKNOWN_ACCOUNT",
        params={"account": refusal.account_number[:60], "currency": refusal.currency},
    )


FILE: Known = {BadStatement: _bad_statement, UnknownAccount: _unknown_account}
ENTRY: Known = {
    IllegalEntryMove: lambda refusal: InputError(
        _("Somebody has decided about this line meanwhile. Look at it again."), field="id", code="WRONG_STATE"
    ),
    NothingToMatch: lambda refusal: InputError(
        _("%(number)s is no order, or nothing of this amount is to be paid or sent back for it."),
        field="orderNumber",
        code="NOT_FOUND",
        params={"number": refusal.number},
    ),
    WrongDirection: lambda refusal: InputError(
        _("What came in is no refund, and what went out is no payment."), field="id", code="WRONG_STATE"
    ),
    WrongCurrency: lambda refusal: InputError(
        _("Money of another currency does not pay for this; it has to be changed or sent back."),
        field="payment",
        code="WRONG_CURRENCY",
    ),
    WrongAmount: lambda refusal: InputError(
        _("A refund is sent whole: the amount is not the one that is due."), field="refund", code="WRONG_AMOUNT"
    ),
    IllegalRefundMove: lambda refusal: InputError(
        _("This refund was sent already."), field="refund", code="WRONG_STATE"
    ),
    ChargeNotUndone: lambda refusal: InputError(
        _("This money has gone back to the buyer meanwhile, or was used, so the assignment cannot be undone."),
        field="id",
        code="NOT_UNDONE",
    ),
}
