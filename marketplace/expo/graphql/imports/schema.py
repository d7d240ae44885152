"""Sources of exhibitor lists in the public API: for staff with expo.manage."""

from typing import Any

from django.db.models import QuerySet

from marketplace.expo.feed import FetchedFeed
from marketplace.expo.feeds import feeds
from marketplace.expo.graphql.access import STAFF
from marketplace.expo.graphql.imports.decide import ExhibitorImportDecide
from marketplace.expo.graphql.imports.fetch import ExhibitorImportFetch
from marketplace.expo.graphql.imports.sources import (
    ExhibitorSourceCreate,
    ExhibitorSourceDelete,
    ExhibitorSourceUpdate,
)
from marketplace.expo.graphql.imports.types import ExhibitorFeed, ExhibitorSource
from marketplace.expo.imports.source import ExhibitorSource as SourceRow
from marketplace.expo.imports.sources import MOST_SOURCES
from marketplace.graphql import Field, List, NonNull, ObjectType


class ExhibitorImportQueries(ObjectType):
    """For staff with expo.manage."""

    exhibitor_sources = Field(NonNull(List(NonNull(ExhibitorSource))), access=STAFF, size=20)
    exhibitor_feeds = Field(NonNull(List(NonNull(ExhibitorFeed))), access=STAFF, size=5)

    @staticmethod
    def resolve_exhibitor_sources(root: Any, info: Any) -> QuerySet[SourceRow]:
        return SourceRow.objects.order_by("name", "pk")[:MOST_SOURCES]

    @staticmethod
    def resolve_exhibitor_feeds(root: Any, info: Any) -> list[dict[str, Any]]:
        return [{"name": name, "is_fetched": isinstance(feed, FetchedFeed)} for name, feed in feeds().items()]


class ExhibitorImportMutations(ObjectType):
    """For staff with expo.manage."""

    exhibitor_source_create = ExhibitorSourceCreate.Field()
    exhibitor_source_update = ExhibitorSourceUpdate.Field()
    exhibitor_source_delete = ExhibitorSourceDelete.Field()
    exhibitor_import_fetch = ExhibitorImportFetch.Field()
    exhibitor_import_decide = ExhibitorImportDecide.Field()
