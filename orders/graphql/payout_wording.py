"""How payouts and what holds them up are said to people."""

from collections.abc import Mapping

from i18n.messages import gettext_noop as _
from orders.payouts.payout.plan_payouts import Waits
from orders.payouts.payout.states import PayoutStatus
from orders.payouts.reconciliation.difference import DifferenceKind

PAYOUT_STATUS: Mapping[str, str] = {
    PayoutStatus.PLANNED: _("Planned"),
    PayoutStatus.SENT: _("Given to the bank"),
    PayoutStatus.CONFIRMED: _("Paid out"),
    PayoutStatus.REJECTED: _("Not paid by the bank"),
    PayoutStatus.CANCELED: _("Payout called off"),
}
WAITS: Mapping[str, str] = {
    Waits.NOTHING_PAYABLE: _("Nothing is payable at the moment."),
    Waits.HELD: _("The marketplace holds the payouts of this seller."),
    Waits.IN_DISPUTE: _("Everything payable belongs to orders with an open return or dispute."),
    Waits.BELOW_MINIMUM: _("It is less than the smallest amount that is paid out."),
    Waits.NO_ACCOUNT: _("There is no bank account that can be paid to, or it was changed in the last three days."),
    Waits.PAID_BY_PROVIDER: _("The payment provider pays each order when it has been sent."),
    Waits.NEXT_TIME: _("It is paid out with the next payout."),
}
DIFFERENCE: Mapping[str, str] = {
    DifferenceKind.NOT_IN_LEDGER: _("The bank has a line that nothing was booked for."),
    DifferenceKind.NOT_AT_PROVIDER: _("Booked, and no statement of the bank has it."),
    DifferenceKind.BALANCE_DIFFERS: _("The provider's balance is another one than ours."),
}
