"""News of fairs in the API."""

import enum
from typing import Any

from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.language import LanguageCodeEnum, LanguageDisplay, language_argument
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.news.letter import SaidNews, all_said_in
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.expo.news.outcomes import NewsCounts, counts_of
from marketplace.expo.news.write import FIELDS
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    InputObjectType,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)

FairNewsLocalized = localized_type("FairNewsLocalized", required=["title", "body"])
FairNewsTranslation = translation_type("FairNewsTranslation", FIELDS)
FairNewsStateEnum = Enum.from_enum(
    enum.StrEnum("FairNewsStateEnum", {name: name for name in NewsState.names}),
    description="SENDING: released, and letters are being written; SENT: the last one is written.",
)


class FairNewsLetter(ObjectType):
    """How readers of one language get it, without the line that says why they do."""

    class Meta:
        access = STAFF

    language = Field(LanguageDisplay, required=True)
    text_language = Field(LanguageDisplay, required=True, description="Another one where it is not translated.")
    subject = Field(String, required=True)
    paragraphs = Field(NonNull(List(NonNull(String))))


class FairNewsCounts(ObjectType):
    """Letters by what became of them."""

    class Meta:
        access = STAFF

    letters = Field(Int, required=True)
    waiting = Field(Int, required=True)
    sent = Field(Int, required=True, description="A mail server has taken them over.")
    failed = Field(Int, required=True)
    untranslated = Field(Int, required=True, description="In another language than their reader's.")


class FairNewsItem(ObjectType):
    """A piece of news. Exhibitors read it at their desk once it is released."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    title = Field(String, required=True, description="As written; see localized.")
    body = Field(String, required=True, description="Paragraphs with an empty line between them.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(FairNewsLocalized, required=True, language_code=language_argument(), access=ANYONE)
    released_at = Field(DateTime)
    expo = Field("marketplace.expo.graphql.types.expo.Expo", required=True, access=STAFF)
    state = Field(FairNewsStateEnum, required=True, access=STAFF)
    to_exhibitors = Field(Boolean, required=True, access=STAFF)
    to_visitors = Field(Boolean, required=True, access=STAFF, description="Those who agreed to news.")
    created_at = Field(DateTime, required=True, access=STAFF)
    finished_at = Field(DateTime, access=STAFF)
    translations = Field(NonNull(List(NonNull(FairNewsTranslation))), access=STAFF)
    counts = Field(FairNewsCounts, required=True, access=STAFF)
    letter = Field(FairNewsLetter, required=True, language_code=language_argument(required=True), access=STAFF, cost=2)

    resolve_localized = localized_texts(FairNews.SUBJECT, FIELDS)
    resolve_translations = stored_translations(FairNews.SUBJECT, FIELDS)
    resolve_expo = related("expo")

    @staticmethod
    @batch
    def resolve_counts(news: list[FairNews], info: Any) -> list[NewsCounts]:
        counts = counts_of(news)
        return [counts[one.pk] for one in news]

    @staticmethod
    @batch
    def resolve_letter(news: list[FairNews], info: Any, language_code: Any) -> list[SaidNews]:
        return all_said_in(news, str(language_code))


class FairNewsInput(InputObjectType):
    """What is left out stays as it is; of new news, title and body are needed."""

    title = String()
    body = String(description="Paragraphs with an empty line between them; at most 10,000 characters.")
    source_language = LanguageCodeEnum(description="VI when left out.")
    to_exhibitors = Boolean(description="True when left out.")
    to_visitors = Boolean(description="Those who agreed to news; false when left out.")
