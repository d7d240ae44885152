"""What the rest of the marketplace hears from documents."""

from dataclasses import dataclass
from typing import ClassVar

from marketplace.events.event import FILES, Event


@dataclass(frozen=True)
class DocumentIssued(Event):
    """A document's content is fixed; its PDF is made after this, or when somebody first opens it."""

    lane: ClassVar[str] = FILES
    document_id: str
