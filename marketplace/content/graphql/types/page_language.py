"""How far a page has come in each of the marketplace's languages."""

from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.graphql.types.localized_text import TranslationStateEnum
from i18n.languages import LANGUAGES
from i18n.translate import translations_of
from i18n.translation import Translation, text_hash
from i18n.translation_state import TranslationState, state_of
from marketplace.content.page import FIELDS, SUBJECT
from marketplace.content.page import Page as PageRow
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, String, batch

_LEAST_FIRST = (
    TranslationState.STALE,
    TranslationState.MACHINE,
    TranslationState.IMPORTED,
    TranslationState.HUMAN,
    TranslationState.REVIEWED,
)


class PageLanguage(ObjectType):
    """A page in one language, as a whole."""

    class Meta:
        access = ANYONE

    language = Field(LanguageDisplay, required=True)
    state = Field(
        TranslationStateEnum,
        required=True,
        description="That of the text furthest behind; MISSING where the title or the text has no translation.",
    )
    missing = Field(
        NonNull(List(NonNull(String))), size=6, description="Fields that are written, but not in this language."
    )


@batch
def resolve_languages(pages: list[PageRow], info: Any) -> list[list[dict[str, Any]]]:
    """``Page.languages``: one query for all pages of a level."""
    stored = translations_of(SUBJECT, [page.pk for page in pages], fields=FIELDS)
    return [[_in(language, page, stored[str(page.pk)]) for language in LANGUAGES] for page in pages]


def _in(language: str, page: PageRow, rows: list[Translation]) -> dict[str, Any]:
    if language == page.source_language:
        return {"language": language, "state": TranslationState.SOURCE, "missing": []}
    own = {row.field: row for row in rows if row.language == language}
    missing = [name for name in FIELDS if getattr(page, name) and name not in own]
    states = {state_of(row, text_hash(getattr(page, name))) for name, row in own.items()}
    whole = not {"title", "content"} & set(missing)
    found = next((each for each in _LEAST_FIRST if each in states), TranslationState.MISSING)
    state = found if whole else TranslationState.MISSING
    return {"language": language, "state": state, "missing": missing}
