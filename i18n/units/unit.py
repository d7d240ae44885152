"""A unit of translation: one field of one record, and how it stands in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from i18n.subjects import Subject, TextField, known_subject
from i18n.translation import Translation, text_hash
from i18n.translation_state import TranslationState, state_of

Position = tuple[int, int, str, int]
"""Where a unit stands in the list of work: kind, number of the record, its key, field."""


@dataclass(frozen=True, slots=True)
class UnitId:
    """What people and files name a unit by, the language aside."""

    kind: str
    object_id: str
    field: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.object_id}/{self.field}"

    @classmethod
    def read(cls, text: str) -> "UnitId | None":
        """``catalog.Product/12/name``; ``None`` for what names no declared kind and field."""
        kind, _, rest = text.strip().partition("/")
        object_id, _, field = rest.partition("/")
        subject = known_subject(kind)
        known = subject is not None and subject.field(field) is not None
        return cls(kind, object_id, field) if known and 0 < len(object_id) <= 40 and object_id.isascii() else None


@dataclass(frozen=True, slots=True)
class Unit:
    """An original and its translation, if there is one. The original is never empty."""

    id: UnitId
    subject: Subject
    field: TextField
    owner_id: int
    source_language: str
    language: str
    source_text: str
    names: Sequence[str]
    """What people know the record by."""
    parent: str
    """The id of the product it belongs to, or empty."""
    translation: Translation | None
    position: Position = (0, 0, "", 0)

    @property
    def source_hash(self) -> str:
        return text_hash(self.source_text)

    @property
    def text(self) -> str:
        return self.translation.text if self.translation else ""

    @property
    def target_hash(self) -> str:
        """The fingerprint of the translation; empty when there is none."""
        return text_hash(self.translation.text) if self.translation else ""

    @property
    def state(self) -> TranslationState:
        return state_of(self.translation, self.source_hash)
