"""Connections under a list: the pages of all parents in one query, their counts in another."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, cast

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from graphql import GraphQLResolveInfo

from marketplace.graphql.batching import Resolver, batch
from marketplace.graphql.connections.keys import with_keys
from marketplace.graphql.connections.keyset import KeysetPage, between
from marketplace.graphql.connections.window import PAGING, Slice, read_slice
from marketplace.graphql.connections.written import WrittenList, WrittenPage
from marketplace.graphql.engine.protocol import BATCH


def related_connection(queryset: Callable[..., QuerySet[Any]], *, by: str) -> Resolver:
    """The page, per parent, of the rows of ``queryset(info, **args)`` whose column ``by`` is the parent's key.

    The QuerySet must not repeat rows. A cursor counts for every parent alike.
    """

    def resolve(parents: list[Any], info: GraphQLResolveInfo, **args: Any) -> Sequence[Any]:
        asked = read_slice(**{name: args.pop(name, None) for name in PAGING})
        level = _Level(queryset(info, **args), by, {parent.pk for parent in parents}, asked)
        return [_RelatedPage(level, parent.pk) for parent in parents]

    return batch(resolve)


def written_connection(build: Callable[..., QuerySet[Any]], *, by: str) -> Resolver:
    """As `related_connection`, of lists that are mostly asked for under one parent: their SQL is written once.

    What ``build(**args)`` may do with its arguments is said by `WrittenOnce`; nobody's rights may be among them.
    """
    under_one = WrittenList(lambda parent, **args: build(**args).filter(**{by: parent}))
    under_many = related_connection(lambda _info, **args: build(**args), by=by)

    def resolve(parents: list[Any], info: GraphQLResolveInfo, **args: Any) -> Sequence[Any]:
        if len(parents) != 1:
            return cast("Sequence[Any]", getattr(under_many, BATCH)(parents, info, **args))
        asked = read_slice(**{name: args.pop(name, None) for name in PAGING})
        return [under_one.page(asked, kind=_UnderOne, parent=parents[0].pk, **args)]

    return batch(resolve)


class _UnderOne(WrittenPage):
    @cached_property
    def total_count(self) -> int:
        return self.source.build(**self.values).order_by().count()


class _Level:
    """What all parents of a level share. Rows are read once they are needed, and counted once counts are."""

    def __init__(self, rows: QuerySet[Any], by: str, parents: set[Any], asked: Slice) -> None:
        self.asked = asked
        self._of_parents = rows.filter(**{f"{by}__in": parents}).annotate(parent_key=F(by))
        keyed, self.keys = with_keys(self._of_parents)
        order = [key.order(backward=asked.backward) for key in self.keys]
        number = Window(RowNumber(), partition_by=F(by), order_by=order)
        self._selected = between(keyed, self.keys, asked).annotate(number_in_parent=number)

    @cached_property
    def rows(self) -> dict[Any, list[Any]]:
        """At most one more per parent than was asked, which tells that there is more."""
        found: dict[Any, list[Any]] = {}
        for row in self._selected.filter(number_in_parent__lte=self.asked.size + 1):
            found.setdefault(row.parent_key, []).append(row)
        return found

    @cached_property
    def totals(self) -> dict[Any, int]:
        return dict(self._of_parents.order_by().values_list("parent_key").annotate(number=Count("pk")))


class _RelatedPage(KeysetPage):
    def __init__(self, level: _Level, parent_key: Any) -> None:
        self._level, self._parent_key = level, parent_key
        self._asked, self._keys = level.asked, level.keys

    @cached_property
    def _rows(self) -> tuple[list[Any], bool]:
        found = self._level.rows.get(self._parent_key, [])
        page = found[: self._asked.size]
        return (page[::-1] if self._asked.backward else page), len(found) > self._asked.size

    @cached_property
    def total_count(self) -> int:
        return self._level.totals.get(self._parent_key, 0)
