"""Resolvers that are called once per level with all parents, and the usual ones ready-made.

Each is an ordinary resolver as well (called with a single parent), so that any GraphQL executor can run the schema; the
engine finds the batch form in the attribute `batch_resolver`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce, wraps
from typing import TYPE_CHECKING, Any

from graphene.types.resolver import dict_or_attr_resolver
from graphql import GraphQLError, GraphQLResolveInfo

from marketplace.graphql.engine.protocol import BATCH
from marketplace.keyed_rows import keyed_rows
from marketplace.written_once import WrittenOnce

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.db.models.fields.related import ForeignKey

Resolver = Callable[..., Any]


def batch(function: Callable[..., Sequence[Any]]) -> Resolver:
    """Makes `function(parents, info, **args) -> values, one per parent` a resolver.

    A value that is an Exception is an error of that one parent's field.
    """

    @wraps(function)
    def one(parent: Any, info: GraphQLResolveInfo, **args: Any) -> Any:
        [value] = function([parent], info, **args)
        if isinstance(value, Exception):
            raise value
        return value

    setattr(one, BATCH, function)
    return one


def attribute(name: str, default: Any = None) -> Resolver:
    """Reads another attribute (or dict key) of the parent than the field is named for.

    A dotted name (`"seller.name"`) follows attributes; a missing link anywhere, or a null on the way, gives `default`.
    """
    if "." not in name:
        return partial(dict_or_attr_resolver, name, default)

    def resolve(parents: list[Any], _info: GraphQLResolveInfo, **_args: Any) -> list[Any]:
        return [reduce(lambda value, part: getattr(value, part, default), parts, parent) for parent in parents]

    parts = name.split(".")
    return batch(resolve)


def related(name: str, queryset: Callable[[GraphQLResolveInfo], QuerySet[Any]] | None = None) -> Resolver:
    """The one row a foreign key points at, in one query per level.

    Rows that are loaded already (`select_related`) are taken as they are, and rows found are kept on their parents, as
    Django does. With `queryset(info)` neither happens: only its rows are found, and a parent whose row isn't among them
    gets null. The parents are model instances, of one model or several.
    """

    def resolve(parents: list[Model], info: GraphQLResolveInfo, **_args: Any) -> list[Any]:
        values: list[Any] = [None] * len(parents)
        for model, indexes in _by_model(parents).items():
            field: Any = model._meta.get_field(name)
            rows = queryset(info) if queryset else None
            found = _behind_key(field, [parents[index] for index in indexes], rows)
            for index, value in zip(indexes, found, strict=True):
                values[index] = value
        return values

    return batch(resolve)


def related_list(
    queryset: Callable[..., QuerySet[Any]], *, by: str, first: str | int | None = None, key: str = "pk"
) -> Resolver:
    """The many rows of `queryset(info, **args)` whose `by` is the parent's `key`, in the queryset's order: one query.

    `by` is a lookup: a column (`"product_id"`) or a path over relations (`"collections__id"`). `first` limits the rows
    per parent: a number, or the name of the argument that carries it (absent or null = all). The limit is applied by
    the database, per parent.
    """

    def resolve(parents: list[Any], info: GraphQLResolveInfo, **args: Any) -> list[Any]:
        limit = _limit(args.get(first) if isinstance(first, str) else first, first)
        keys = [getattr(parent, key) for parent in parents]
        rows = _first_per_parent(queryset(info, **args), by, set(keys), limit)
        lists: dict[Any, list[Any]] = {value: [] for value in keys}
        for row in rows:
            lists[row.parent_key].append(row)
        return [list(lists[value]) for value in keys]

    return batch(resolve)


def listed(build: Callable[[list[Any]], QuerySet[Any]], *, by: str) -> Resolver:
    """As `related_list`, of lists that everybody sees whole: the SQL of ``build(keys)`` is written once.

    ``by`` is an attribute of its rows that has the parent's primary key.
    """
    read: WrittenOnce[Any] = WrittenOnce(lambda keys: build(keys))

    def resolve(parents: list[Any], _info: GraphQLResolveInfo, **_args: Any) -> list[Any]:
        lists: dict[Any, list[Any]] = {parent.pk: [] for parent in parents}
        for row in read(keys=set(lists)):
            lists[getattr(row, by)].append(row)
        return [list(lists[parent.pk]) for parent in parents]

    return batch(resolve)


def _by_model(parents: Sequence[Model]) -> dict[type[Model], list[int]]:
    groups: dict[type[Model], list[int]] = {}
    for index, parent in enumerate(parents):
        groups.setdefault(type(parent), []).append(index)
    return groups


def _behind_key(field: ForeignKey[Any, Any], parents: list[Model], rows: QuerySet[Any] | None) -> list[Any]:
    """Rows the parents' foreign key points at."""
    wanted = {
        getattr(parent, field.attname) for parent in parents if rows is not None or not field.is_cached(parent)
    } - {None}
    target = field.target_field.attname
    if rows is None:
        source: Iterable[Any] = keyed_rows(field.related_model, {target: wanted})
    else:
        source = rows.filter(**{f"{target}__in": wanted}) if wanted else ()
    found = {getattr(row, target): row for row in source}
    values = []
    for parent in parents:
        if rows is None and field.is_cached(parent):
            values.append(field.get_cached_value(parent))
            continue
        value = found.get(getattr(parent, field.attname))
        if rows is None:
            field.set_cached_value(parent, value)
        values.append(value)
    return values


def _limit(limit: int | None, name: str | int | None) -> int | None:
    if limit is not None and limit < 0:
        raise GraphQLError(f"Argument '{name}' must not be negative.")
    return limit


def _first_per_parent(rows: QuerySet[Any], by: str, keys: Iterable[Any], limit: int | None) -> Iterable[Any]:
    from django.db.models import F, Window
    from django.db.models.functions import RowNumber

    found = rows.filter(**{f"{by}__in": keys}).annotate(parent_key=F(by))
    if limit is None:
        return found
    order = [expression for expression, _ in found.query.get_compiler(using=found.db).get_order_by()]
    number = Window(RowNumber(), partition_by=F(by), order_by=order or ["pk"])
    return found.annotate(number_in_parent=number).filter(number_in_parent__lte=limit)
