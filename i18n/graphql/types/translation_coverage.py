"""Coverage in the API: how much of some texts is translated into a language."""

from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.messages import gettext
from i18n.subjects import subject_of
from i18n.units.coverage import Coverage
from marketplace.graphql import SIGNED_IN, Field, Int, ObjectType, String, batch


class TranslationCoverage(ObjectType):
    """Texts of one kind in one language, counted by state. What is written in the language itself is left out."""

    class Meta:
        access = SIGNED_IN

    language = Field(LanguageDisplay, required=True)
    kind = Field(String, required=True, description="Such as catalog.Product.")
    kind_label = Field(String, required=True, description="In the language of the request.")
    total = Field(Int, required=True, description="Texts to translate: a product has up to three.")
    translated = Field(Int, required=True, description="Of the original as it is now, whoever made the translation.")
    machine = Field(Int, required=True)
    imported = Field(Int, required=True)
    human = Field(Int, required=True)
    reviewed = Field(Int, required=True)
    stale = Field(Int, required=True, description="Translated, but the original has changed since.")
    missing = Field(Int, required=True)

    @staticmethod
    @batch
    def resolve_kind_label(rows: list[Coverage], info: Any) -> list[str]:
        return [gettext(info.context.language, subject_of(row.kind).label) for row in rows]
