"""What happens to texts, for whoever reacts to it."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class TextsTranslated(Event):
    """A person wrote or approved translations of these records in one language."""

    subject: str
    object_ids: list[str]
    language: str
