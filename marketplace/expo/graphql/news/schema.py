"""The part of the public API about news of fairs."""

from typing import Any

from django.db.models import QuerySet

from marketplace.expo.graphql.access import EXHIBITOR, STAFF, expo_of, own_exhibitor
from marketplace.expo.graphql.news.mutations import (
    FairNewsCreate,
    FairNewsDelete,
    FairNewsRelease,
    FairNewsTranslate,
    FairNewsUpdate,
)
from marketplace.expo.graphql.news.types import FairNewsItem
from marketplace.expo.news.news import FairNews, NewsState
from marketplace.graphql import ID, ConnectionField, Field, ObjectType, connection_type, integer_key

FairNewsCountableConnection = connection_type(FairNewsItem, name="FairNewsCountableConnection")


class NewsQueries(ObjectType):
    """Drafts are for staff with expo.manage; what is released, for exhibitors too."""

    fair_news = ConnectionField(
        FairNewsCountableConnection,
        expo_id=ID(required=True),
        access=STAFF,
        description="All news of a fair, the latest first.",
    )
    fair_news_item = Field(FairNewsItem, id=ID(required=True), access=STAFF)
    exhibitor_news = ConnectionField(
        FairNewsCountableConnection,
        exhibitor_id=ID(required=True),
        access=EXHIBITOR,
        description="What is released to exhibitors of this fair, for who works for one of them; the latest first.",
    )

    @staticmethod
    def resolve_fair_news(root: Any, info: Any, expo_id: str) -> QuerySet[FairNews]:
        expo = expo_of(info, expo_id, "expo_id")
        return FairNews.objects.filter(expo=expo).select_related("expo").order_by("-created_at", "-pk")

    @staticmethod
    def resolve_fair_news_item(root: Any, info: Any, id: str) -> FairNews | None:
        return FairNews.objects.select_related("expo").filter(pk=integer_key(id, "FairNewsItem")).first()

    @staticmethod
    def resolve_exhibitor_news(root: Any, info: Any, exhibitor_id: str) -> QuerySet[FairNews]:
        exhibitor = own_exhibitor(info, exhibitor_id)
        released = FairNews.objects.filter(expo=exhibitor.expo, to_exhibitors=True).exclude(state=NewsState.DRAFT)
        return released.select_related("expo").order_by("-released_at", "-pk")


class NewsMutations(ObjectType):
    """For staff with expo.manage."""

    fair_news_create = FairNewsCreate.Field()
    fair_news_update = FairNewsUpdate.Field()
    fair_news_translate = FairNewsTranslate.Field()
    fair_news_release = FairNewsRelease.Field()
    fair_news_delete = FairNewsDelete.Field()
