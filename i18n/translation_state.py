"""How far a text has come in a language."""

from enum import StrEnum

from i18n.translation import Translation


class TranslationState(StrEnum):
    """The states of a text, from a reader's and from a translator's point of view."""

    SOURCE = "SOURCE"
    """The record's own text."""
    MISSING = "MISSING"
    MACHINE = "MACHINE"
    IMPORTED = "IMPORTED"
    HUMAN = "HUMAN"
    REVIEWED = "REVIEWED"
    """Somebody read it beside the original and found it right."""
    STALE = "STALE"
    """The original changed after it was made, whoever made it. Changing the original back ends this."""


def state_of(row: Translation | None, original_hash: str) -> TranslationState:
    """The state of a stored translation while the original's hash is ``original_hash``.

    Computed, never stored: however an original was changed, by a form, a bulk import or by hand, this is right.
    """
    if row is None:
        return TranslationState.MISSING
    if row.source_hash and row.source_hash != original_hash:
        return TranslationState.STALE
    if row.reviewed_at is not None:
        return TranslationState.REVIEWED
    return TranslationState(row.source)
