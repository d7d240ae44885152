"""What staff do with news of fairs."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.news.find import news_of
from marketplace.expo.graphql.news.types import FairNewsInput, FairNewsItem
from marketplace.expo.news.release import release_news
from marketplace.expo.news.write import FIELDS, NewsDraft, change_news, delete_news, translate_news, write_news
from marketplace.graphql import ID, Field, InputObjectType, Mutation, String

CODES = ("RELEASED",)


class FairNewsCreate(Mutation):
    """Write news of a fair; nobody else reads it before `fairNewsRelease`."""

    class Arguments:
        expo_id = ID(required=True)
        input = FairNewsInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    news_item = Field(FairNewsItem)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        draft = NewsDraft(**{"title": "", "body": "", **given(input)})
        return {"news_item": write_news(expo=expo_of(info, expo_id, "expo_id"), draft=draft, by=caller(info))}


class FairNewsUpdate(Mutation):
    """Change a draft."""

    class Arguments:
        id = ID(required=True)
        input = FairNewsInput(required=True)

    class Meta:
        access = STAFF
        error_codes = CODES
        known_errors = errors.REFUSED

    news_item = Field(FairNewsItem)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"news_item": change_news(news=news_of(info, id), changes=given(input))}


class FairNewsTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    title = String()
    body = String()


class FairNewsTranslate(Mutation):
    """Store a draft's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = FairNewsTranslationInput(required=True)

    class Meta:
        access = STAFF
        error_codes = CODES
        known_errors = errors.REFUSED

    news_item = Field(FairNewsItem)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        news = news_of(info, id)
        texts = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_news(news=news, language=str(language_code), given=texts, by=caller(info))
        return {"news_item": news}


class FairNewsRelease(Mutation):
    """Release a draft: exhibitors read it at their desk, and letters are written, one to each person."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = (*CODES, "NOT_PUBLISHED")
        known_errors = errors.REFUSED

    news_item = Field(FairNewsItem)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"news_item": release_news(news=news_of(info, id), now=info.context.now)}


class FairNewsDelete(Mutation):
    """Delete a draft."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = CODES
        known_errors = errors.REFUSED

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_news(news=news_of(info, id))
        return {}
