"""What the verbs of money out raise, as refusals that people understand."""

from collections.abc import Callable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, UserErrors
from marketplace.safe_xml.node import BadXml
from orders.payouts.bank_accounts.check_account import BadBankAccount
from orders.payouts.payout.bank_file import NothingToPayOut, UnknownPayoutFile
from orders.payouts.payout.states import IllegalPayoutMove
from orders.payouts.rails.bank_file.pain002 import NotAReport
from orders.payouts.reconciliation.reconcile import NoSuchDifference
from orders.payouts.schedule.hold import PayoutsHeld
from orders.payouts.schedule.set_schedule import BadSchedule
from orders.payouts.withholding.certificate import NothingWithheld

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]
_ACCOUNT = {
    "REQUIRED": _("This field is required."),
    "TOO_LONG": _("This is too long."),
    "INVALID": _("This cannot be right; was it typed correctly?"),
}
ACCOUNT: Known = {
    BadBankAccount: lambda r: InputError(
        _ACCOUNT[r.code], field=r.field, code="REQUIRED" if r.code == "REQUIRED" else "INVALID"
    )
}
MOVE_CODES = ("ILLEGAL_MOVE", "PAYOUTS_HELD")
MOVE: Known = {
    IllegalPayoutMove: lambda r: InputError(
        _("This cannot be done with a payout in this state. Look at it again."), field="id", code="ILLEGAL_MOVE"
    ),
    PayoutsHeld: lambda r: InputError(_("The payouts of this seller are held."), field="id", code="PAYOUTS_HELD"),
}
FILE_CODES = ("NOTHING_TO_PAY_OUT", "BAD_REPORT", "UNKNOWN_FILE")
FILE: Known = {
    NothingToPayOut: lambda r: InputError(
        _("No payout in %(currency)s waits for a bank file."),
        field="currency",
        code="NOTHING_TO_PAY_OUT",
        params={"currency": r.currency},
    ),
    BadXml: lambda r: InputError(_("The file is no XML that can be read."), field="file", code="BAD_REPORT"),
    NotAReport: lambda r: InputError(
        _("The file is no payment status report (pain.002)."), field="file", code="BAD_REPORT"
    ),
    UnknownPayoutFile: lambda r: InputError(
        _("The report is about %(file)s, which is no file of this marketplace."),
        field="file",
        code="UNKNOWN_FILE",
        params={"file": r.message_id[:35]},
    ),
}
SCHEDULE: Known = {
    BadSchedule: lambda r: InputError(_("This is no schedule: %(why)s."), field=r.field, params={"why": r.why})
}
DIFFERENCE: Known = {
    NoSuchDifference: lambda r: InputError(_("There is no such difference."), field="id", code="NOT_FOUND")
}
CERTIFICATE: Known = {
    NothingWithheld: lambda r: InputError(_("Nothing was withheld in this year."), field="year", code="NOT_FOUND")
}
