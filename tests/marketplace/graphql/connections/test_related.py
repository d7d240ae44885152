"""Pages of the rows of several parents: each as if it were alone, all in one query."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.events.models import OutboxMessage
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.related import related_connection, written_connection
from marketplace.graphql.connections.window import read_slice
from marketplace.graphql.engine.protocol import BATCH
from tests.marketplace.graphql.messages import make_message

pytestmark = pytest.mark.django_db

PARENTS = [SimpleNamespace(pk=attempts) for attempts in (2, 0, 1, 7)]
"""Messages are children of their number of attempts; nothing has seven."""


@pytest.fixture(autouse=True)
def messages() -> None:
    for number in range(12):
        make_message(name=f"name {number % 4}", attempts=number % 3)


def rows(attempts: int | None = None) -> Any:
    found = OutboxMessage.objects.order_by("-name")
    return found if attempts is None else found.filter(attempts=attempts)


def pages(**paging: Any) -> list[Any]:
    resolver = related_connection(lambda info: rows(), by="attempts")
    return list(getattr(resolver, BATCH)(PARENTS, None, **paging))


def cursor_of(attempts: int, position: int) -> str:
    return str(KeysetPage(rows(attempts), read_slice(first=10)).edges[position].cursor)


def asked() -> list[dict[str, Any]]:
    cursor = cursor_of(2, 1)
    return [{}, {"first": 0}, {"first": 2}, {"first": 4}, {"last": 3}, {"first": 2, "after": cursor},
            {"last": 1, "before": cursor}]  # fmt: skip


def test_every_parent_gets_the_page_it_would_get_alone() -> None:
    for paging in asked():
        for parent, page in zip(PARENTS, pages(**paging), strict=True):
            alone = KeysetPage(rows(parent.pk), read_slice(**paging))
            assert page.edges == alone.edges, paging
            assert page.page_info == alone.page_info, paging
            assert page.total_count == alone.total_count


@pytest.mark.parametrize("parents", [PARENTS[:1], PARENTS[2:3], PARENTS[3:], PARENTS])
def test_a_list_written_once_has_the_same_pages(parents: list[Any]) -> None:
    resolver = getattr(written_connection(rows, by="attempts"), BATCH)
    for paging in [*asked(), *asked()]:
        for parent, page in zip(parents, resolver(parents, None, **paging), strict=True):
            alone = KeysetPage(rows(parent.pk), read_slice(**paging))
            assert (page.edges, page.page_info, page.total_count) == (alone.edges, alone.page_info, alone.total_count)


def test_all_parents_are_read_in_one_query_and_counted_in_another() -> None:
    found = pages(first=2)
    with CaptureQueriesContext(
        connection,
    ) as statements:
        assert [len(page.edges) for page in found] == [2, 2, 2, 0]
    assert len(statements) == 1
    with CaptureQueriesContext(connection) as statements:
        assert [page.total_count for page in found] == [4, 4, 4, 0]
    assert len(statements) == 1
