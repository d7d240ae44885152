"""What happens to papers of fairs, for whoever reacts to it."""

from dataclasses import dataclass
from typing import ClassVar

from marketplace.events.event import FILES, Event


@dataclass(frozen=True)
class FairPaperIssued(Event):
    """A contract, an invoice or a credit note says what it says from now on; its PDF can be made."""

    lane: ClassVar[str] = FILES
    paper_id: str
