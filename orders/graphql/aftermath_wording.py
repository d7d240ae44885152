"""How states of returns and disputes are said to people, and what each side may do in them."""

from collections.abc import Mapping, Sequence

from i18n.messages import gettext_noop as _
from orders.disputes.dispute import DisputeReason
from orders.disputes.states import DisputeStatus
from orders.returns.return_request import ReturnReason
from orders.returns.states import ReturnStatus

RETURN_STATUS: Mapping[str, str] = {
    ReturnStatus.REQUESTED: _("Asked for"),
    ReturnStatus.APPROVED: _("Approved: to be sent back"),
    ReturnStatus.REJECTED: _("Refused"),
    ReturnStatus.WITHDRAWN: _("Taken back by the buyer"),
    ReturnStatus.LAPSED: _("Ended: the goods were not sent back in time"),
    ReturnStatus.SENT: _("On its way back"),
    ReturnStatus.RECEIVED: _("Arrived at the seller"),
    ReturnStatus.REFUNDED: _("Settled with a refund"),
    ReturnStatus.EXCHANGED: _("Exchanged"),
}
RETURN_REASON: Mapping[str, str] = {
    ReturnReason.CHANGED_MIND: _("I do not want it any more"),
    ReturnReason.DAMAGED: _("It arrived damaged"),
    ReturnReason.DEFECTIVE: _("It does not work or is badly made"),
    ReturnReason.WRONG_ITEM: _("It is not what I ordered"),
    ReturnReason.NOT_AS_DESCRIBED: _("It is not as described"),
}
DISPUTE_STATUS: Mapping[str, str] = {
    DisputeStatus.OPEN: _("The seller has to answer"),
    DisputeStatus.ANSWERED: _("The seller has answered"),
    DisputeStatus.ESCALATED: _("The marketplace decides"),
    DisputeStatus.SETTLED: _("Settled by agreement"),
    DisputeStatus.WITHDRAWN: _("Taken back by the buyer"),
    DisputeStatus.DECIDED: _("Decided by the marketplace"),
}
DISPUTE_REASON: Mapping[str, str] = {
    DisputeReason.NOT_RECEIVED: _("The goods have not arrived"),
    DisputeReason.NOT_AS_DESCRIBED: _("The goods are not as described"),
    DisputeReason.DAMAGED: _("The goods arrived damaged"),
    DisputeReason.RETURN_REFUSED: _("My return was refused"),
    DisputeReason.REFUND_MISSING: _("A refund has not arrived"),
}
RETURN_ACTIONS: Mapping[tuple[str, str], Sequence[str]] = {
    ("BUYER", ReturnStatus.REQUESTED): ("WITHDRAW",),
    ("BUYER", ReturnStatus.APPROVED): ("SEND", "WITHDRAW"),
    ("SELLER", ReturnStatus.REQUESTED): ("APPROVE", "REJECT"),
    ("SELLER", ReturnStatus.APPROVED): ("RECEIVE",),
    ("SELLER", ReturnStatus.SENT): ("RECEIVE",),
    ("SELLER", ReturnStatus.RECEIVED): ("REPLACE", "REFUND"),
}
DISPUTE_ACTIONS: Mapping[tuple[str, str], Sequence[str]] = {
    ("BUYER", DisputeStatus.OPEN): ("WRITE", "ESCALATE", "WITHDRAW"),
    ("BUYER", DisputeStatus.ANSWERED): ("WRITE", "ACCEPT", "ESCALATE", "WITHDRAW"),
    ("BUYER", DisputeStatus.ESCALATED): ("WRITE", "WITHDRAW"),
    ("SELLER", DisputeStatus.OPEN): ("ANSWER", "WRITE"),
    ("SELLER", DisputeStatus.ANSWERED): ("WRITE",),
    ("SELLER", DisputeStatus.ESCALATED): ("WRITE",),
    ("STAFF", DisputeStatus.OPEN): ("WRITE", "DECIDE"),
    ("STAFF", DisputeStatus.ANSWERED): ("WRITE", "DECIDE"),
    ("STAFF", DisputeStatus.ESCALATED): ("WRITE", "DECIDE"),
}
