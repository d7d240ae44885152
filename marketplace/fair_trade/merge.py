"""What came of a fair follows its exhibitor and its lead when two of them become one."""

from marketplace.expo.merge.moves import Move, register_move
from marketplace.fair_trade.invitation import LeadInvitation
from marketplace.fair_trade.outcome import LeadOutcome


def declare() -> None:
    register_move(Move(LeadOutcome, "exhibitor"))
    register_move(Move(LeadOutcome, "lead"))
    register_move(Move(LeadInvitation, "lead"))
