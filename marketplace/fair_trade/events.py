"""What happened with the trade of fairs, in the past tense."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class LeadInvited(Event):
    """An exhibitor asks a visitor to open an account and to ask for a quotation."""

    invitation_id: int
