"""The tables of the trade that comes of fairs."""

from marketplace.fair_trade.invitation import LeadInvitation
from marketplace.fair_trade.outcome import LeadOutcome, OutcomeKind

__all__ = ["LeadInvitation", "LeadOutcome", "OutcomeKind"]
