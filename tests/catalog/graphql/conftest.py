"""The catalogue's API with what it stands on, asked as somebody."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from catalog.graphql.schema import CatalogMutations, CatalogQueries
from catalog.graphql.types.assigned_attributes import ASSIGNED_TYPES
from i18n import messages
from marketplace.accounts.graphql.schema import AccountsQueries
from marketplace.channels.graphql.schema import ChannelsQueries
from marketplace.graphql import ANYONE, Context, ObjectType, Schema
from marketplace.sellers.graphql.schema import SellersQueries
from tests.cast import Cast, assemble

Ask = Callable[..., Any]


class Query(AccountsQueries, ChannelsQueries, SellersQueries, CatalogQueries, ObjectType):
    class Meta:
        access = ANYONE


class Mutation(CatalogMutations, ObjectType):
    class Meta:
        access = ANYONE


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=ASSIGNED_TYPES,
    translate=lambda message, params, language: messages.gettext(language, message, **params),
)


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()


@pytest.fixture
def ask(db: None) -> Ask:
    """``ask(document, by=user, language="vi", **variables)`` answers data; with ``errors=True`` the whole result."""

    def run(document: str, *, by: Any = None, language: str = "en", errors: bool = False, **variables: Any) -> Any:
        context = Context(language=language)
        if by is not None:
            context.actor = by
        result = schema.execute(document, variables, context=context)
        if errors:
            return result
        assert not result.errors, result.errors
        return result.data

    return run


@pytest.fixture(autouse=True)
def index_folder(tmp_path: Any, settings: Any) -> Iterator[None]:
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    settings.MEDIA_ROOT = tmp_path / "media"
    yield
