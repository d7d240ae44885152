"""A step that keeps its template's title is read in every language at once: nobody has to translate it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.traceability.templates.words import STAGES
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.store_translations import NewText, store_translations
from i18n.translation import TranslationSource, text_hash

if TYPE_CHECKING:
    from catalog.traceability.step import TraceStep


def stage_title(stage: str, language: str) -> str:
    return gettext(language, STAGES[stage])


def translate_stage_title(step: TraceStep) -> None:
    """Nothing for a step whose title is its writer's own."""
    if not step.stage or step.title != stage_title(step.stage, step.source_language):
        return
    store_translations(
        [
            NewText(
                subject=step.SUBJECT,
                object_id=str(step.pk),
                field="title",
                language=language,
                text=stage_title(step.stage, language),
                source=TranslationSource.HUMAN,
                source_hash=text_hash(step.title),
            )
            for language in LANGUAGES
            if language != step.source_language
        ]
    )
