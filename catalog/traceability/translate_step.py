"""``translate_step`` and ``translate_lot``: their texts in another language."""

from __future__ import annotations

from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep
from i18n.translate import set_translation


class SourceLanguage(ValueError):
    """The text was written in this language; it has no translation into itself."""

    def __init__(self, language: str) -> None:
        super().__init__(f"{language} is the language it was written in")
        self.language = language


def translate_step(*, step: TraceStep, language: str, title: str, detail: str = "", source: str = "HUMAN") -> None:
    """Store the step's title and detail in a language; an empty text removes its translation."""
    if language == step.source_language:
        raise SourceLanguage(language)
    texts = {"title": title, "detail": detail}
    set_translation(subject=TraceStep.SUBJECT, object_id=step.pk, language=language, texts=texts, source=source)


def translate_lot(*, lot: Lot, language: str, note: str, source: str = "HUMAN") -> None:
    """Store the lot's note in a language; an empty text removes its translation."""
    if language == lot.source_language:
        raise SourceLanguage(language)
    set_translation(subject=Lot.SUBJECT, object_id=lot.pk, language=language, texts={"note": note}, source=source)
