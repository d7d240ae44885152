"""Texts in the API that say which language they really are in, and who or what wrote them."""

import enum

from i18n.graphql.types.language import LanguageDisplay
from i18n.translation_state import TranslationState
from marketplace.graphql import ANYONE, Boolean, Enum, Field, ObjectType, String

TextSource = Enum.from_enum(
    enum.StrEnum("TextSource", {name: name for name in ("ORIGINAL", "HUMAN", "MACHINE", "IMPORTED")}),
    description="Who or what wrote a text: its owner, a translator, a translation engine, an imported file.",
)

TranslationStateEnum = Enum.from_enum(
    TranslationState,
    name="TranslationState",
    description=(
        "How far a text has come in a language. STALE: the original changed after the translation was made, whoever"
        " made it. REVIEWED: somebody read it beside the original and found it right."
    ),
)


class LocalizedText(ObjectType):
    """A text for a reader: in the language asked for, or in the nearest there is."""

    class Meta:
        access = ANYONE

    text = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="The language it really is in.")
    is_fallback = Field(Boolean, required=True, description="It is not in the language that was asked for.")
    is_original = Field(Boolean, required=True, description="Its owner wrote it in this language.")
    source = Field(TextSource, required=True)
    state = Field(TranslationStateEnum, required=True, description="SOURCE for the owner's own words.")
