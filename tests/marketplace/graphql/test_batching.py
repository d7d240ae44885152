"""Related rows in one query per level, whoever executes."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext
from graphql import GraphQLError, GraphQLResolveInfo

from marketplace.graphql.batching import batch, listed, related, related_list

INFO = cast(GraphQLResolveInfo, SimpleNamespace(context=None))
pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds() -> list[ContentType]:
    """Three kinds of things with 2, 0 and 3 permissions."""
    made = [ContentType.objects.create(app_label="tests", model=f"kind{n}") for n in range(3)]
    for number, kind in enumerate(made):
        for n in range((2, 0, 3)[number]):
            Permission.objects.create(content_type=kind, codename=f"do_{n}", name=f"May do {n}")
    return made


def _permissions(kinds: list[ContentType]) -> list[Permission]:
    return list(Permission.objects.filter(content_type__in=kinds).order_by("pk"))


def _in_one_query(resolver: Any, parents: list[Any], **arguments: Any) -> list[Any]:
    with CaptureQueriesContext(connection) as queries:
        values = resolver.batch_resolver(parents, INFO, **arguments)
    assert len(queries) == 1
    return list(values)


def test_a_batch_function_is_an_ordinary_resolver_too() -> None:
    resolver = batch(lambda parents, info, by=2: [ValueError(p) if p < 0 else p * by for p in parents])
    assert resolver(4, INFO) == 8
    assert resolver(4, INFO, by=3) == 12
    with pytest.raises(ValueError, match="-1"):
        resolver(-1, INFO)


def test_the_row_behind_a_foreign_key(kinds: list[ContentType]) -> None:
    permissions = _permissions(kinds)
    assert _in_one_query(related("content_type"), permissions) == [kinds[0]] * 2 + [kinds[2]] * 3
    with CaptureQueriesContext(connection) as queries:
        assert permissions[4].content_type == kinds[2]  # found rows are kept on their parents
        assert related("content_type")(permissions[0], INFO) == kinds[0]
    assert len(queries) == 0


def test_only_rows_of_the_queryset(kinds: list[ContentType]) -> None:
    permissions = list(Permission.objects.select_related("content_type").filter(content_type__in=kinds).order_by("pk"))
    resolver = related("content_type", queryset=lambda info: ContentType.objects.filter(model="kind2"))
    assert _in_one_query(resolver, permissions) == [None, None, kinds[2], kinds[2], kinds[2]]


def test_a_key_that_is_null_needs_no_query() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert related("content_type")(Permission(content_type_id=None), INFO) is None
    assert len(queries) == 0


def test_parents_of_several_models(kinds: list[ContentType]) -> None:
    parents = [*_permissions(kinds), kinds[0]]
    with pytest.raises(Exception, match="content_type"):  # a ContentType has no such key: not silently null
        related("content_type").batch_resolver(parents, INFO)


def test_the_rows_that_point_at_their_parents(kinds: list[ContentType]) -> None:
    resolver = related_list(lambda info: Permission.objects.order_by("-codename"), by="content_type_id")
    lists = _in_one_query(resolver, kinds)
    assert [[row.codename for row in rows] for rows in lists] == [["do_1", "do_0"], [], ["do_2", "do_1", "do_0"]]
    assert [row.codename for row in resolver(kinds[0], INFO)] == ["do_1", "do_0"]


@pytest.mark.parametrize(("limit", "counts"), [(None, [2, 0, 3]), (2, [2, 0, 2]), (1, [1, 0, 1]), (0, [0, 0, 0])])
def test_the_first_rows_of_each_parent(kinds: list[ContentType], limit: int | None, counts: list[int]) -> None:
    def rows(_info: Any, **_arguments: Any) -> Any:
        return Permission.objects.order_by("-codename")

    resolver = related_list(rows, by="content_type_id", first="limit")
    lists = _in_one_query(resolver, kinds, limit=limit)
    assert [len(rows) for rows in lists] == counts
    if limit:
        assert lists[2][0].codename == "do_2"
    assert [len(rows) for rows in _in_one_query(related_list(rows, by="content_type_id", first=2), kinds)] == [2, 0, 2]


def test_a_negative_limit_is_refused(kinds: list[ContentType]) -> None:
    resolver = related_list(lambda info, **_: Permission.objects.all(), by="content_type_id", first="limit")
    with pytest.raises(GraphQLError, match="'limit' must not be negative"):
        resolver(kinds[0], INFO, limit=-1)


def test_rows_over_a_many_to_many_relation_belong_to_each_parent(kinds: list[ContentType]) -> None:
    groups = [Group.objects.create(name=name) for name in ("a", "b")]
    shared, *others = _permissions(kinds)
    groups[0].permissions.set([shared, *others])
    groups[1].permissions.set([shared])
    resolver = related_list(lambda info, **_: Permission.objects.order_by("pk"), by="group", first="limit")
    assert _in_one_query(resolver, groups) == [[shared, *others], [shared]]
    assert _in_one_query(resolver, groups, limit=1) == [[shared], [shared]]


def test_the_same_parent_twice_gets_lists_of_its_own(kinds: list[ContentType]) -> None:
    resolver = related_list(lambda info: Permission.objects.order_by("pk"), by="content_type_id")
    first, second = _in_one_query(resolver, [kinds[0], kinds[0]])
    assert first == second
    assert first is not second


def test_whole_lists_written_once(kinds: list[ContentType], monkeypatch: pytest.MonkeyPatch) -> None:
    resolver = listed(
        lambda found: Permission.objects.filter(content_type__in=found).order_by("-pk"), by="content_type_id"
    )
    newest_first = _permissions(kinds)[::-1]
    for _again in range(2):
        assert _in_one_query(resolver, [*kinds, kinds[2]]) == [newest_first[3:], [], newest_first[:3], newest_first[:3]]
        monkeypatch.setattr(SQLCompiler, "as_sql", None)
