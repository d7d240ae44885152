"""What the rest of the marketplace hears from documents."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class DocumentIssued(Event):
    """A document's content is fixed; its PDF is made after this, or when somebody first opens it."""

    document_id: str
