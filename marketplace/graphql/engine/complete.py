"""Turning a column of resolved values into a column of response values, following the field's shape.

Failures stay in the tree as `Failed`; what they do to their surroundings is decided afterwards, by `propagate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, cast

from graphql import GraphQLAbstractType, GraphQLError, GraphQLIsTypeOfFn, GraphQLLeafType, GraphQLObjectType
from graphql.pyutils import inspect

from marketplace.graphql.engine.errors import AwaitableResult
from marketplace.graphql.engine.kinds import NULL, TROUBLE, Failed, is_list_kind, joined_traits, traits
from marketplace.graphql.engine.leaf import serialize
from marketplace.graphql.engine.places import Places
from marketplace.graphql.engine.plan import FieldPlan
from marketplace.graphql.engine.runtime_type import runtime_type
from marketplace.graphql.engine.shape import LEAF, LIST, OBJECT, Shape

if TYPE_CHECKING:
    from marketplace.graphql.engine.execution import Execution

_PLAIN_LISTS = frozenset({list, tuple})


def complete(execution: Execution, field: FieldPlan, shape: Shape, values: list[Any], places: Places) -> list[Any]:
    """One response value per resolved value, in order."""
    if shape.kind == LEAF:
        return complete_leaves(execution, field, shape, values)
    found = joined_traits(set(map(type, values)))
    if found & TROUBLE:
        values = [_settled(execution, field, value) for value in values]
    if found & NULL and shape.non_null:
        execution.broken.add(field)
    present = [i for i, v in enumerate(values) if v is not None and type(v) is not Failed] if found else None
    if present is None:
        return _composites(execution, field, shape, values, places)
    column = list(values)
    if present:
        picked = [values[index] for index in present]
        completed = _composites(execution, field, shape, picked, places.picked(present))
        for index, value in zip(present, completed, strict=True):
            column[index] = value
    return column


def _settled(execution: Execution, field: FieldPlan, value: Any) -> Any:
    """An exception in a value's place is a failure (Undefined is one too), and an awaitable can't be waited for."""
    kind: type = type(value)
    if not traits(kind) & TROUBLE or kind is Failed:
        if kind is Failed:
            execution.broken.add(field)
        return value
    if isinstance(value, Exception):
        return execution.fail(field, value)
    if hasattr(value, "close"):  # a coroutine that is dropped unawaited would warn
        value.close()
    return execution.fail(field, AwaitableResult(str(field)))


def complete_leaves(execution: Execution, field: FieldPlan, shape: Shape, values: list[Any]) -> list[Any]:
    """The same for scalars and enum values."""
    kinds = set(map(type, values))
    if kinds == shape.exact and (not shape.check or shape.check(values)):
        return values
    found = joined_traits(kinds)
    if found & TROUBLE:
        values = [_settled(execution, field, value) for value in values]
    if found & NULL:
        if shape.non_null:
            execution.broken.add(field)
        if not shape.check and kinds == shape.exact_or_null:
            return values
    leaf = cast(GraphQLLeafType, shape.leaf)
    completed = []
    for value in values:
        if value is not None and type(value) is not Failed:
            try:
                value = serialize(leaf, value)
            except Exception as error:
                value = execution.fail(field, error)
        completed.append(value)
    return completed


def _composites(execution: Execution, field: FieldPlan, shape: Shape, values: list[Any], places: Places) -> list[Any]:
    """Completes lists and objects; there are no nulls and no failures among the values."""
    if shape.kind == LIST:
        return _lists(execution, field, shape, values, places)
    if shape.kind == OBJECT:
        return _objects(execution, field, cast(GraphQLObjectType, shape.object), values, places)
    return _abstracts(execution, field, shape, values, places)


def _lists(execution: Execution, field: FieldPlan, shape: Shape, values: list[Any], places: Places) -> list[Any]:
    """Completes the items of all lists as one column and cuts that up again."""
    item = cast(Shape, shape.item)
    plain = _PLAIN_LISTS.issuperset(map(type, values))
    rows = values if plain else [_row(execution, field, value) for value in values]
    bodies: list[Sequence[Any]] = rows if plain else [_body(row) for row in rows]
    flat = list(chain.from_iterable(bodies))
    completed = complete(execution, field, item, flat, places.items(bodies)) if flat else []
    lists = _cut(completed, bodies)
    if plain:
        return lists
    return [_kept(row, items) for row, items in zip(rows, lists, strict=True)]


def _cut(flat: list[Any], bodies: list[Sequence[Any]]) -> list[Any]:
    """The flat column in pieces as long as the bodies."""
    if len(bodies) == 1:
        return [flat]
    pieces, start = [], 0
    for end in accumulate(map(len, bodies)):
        pieces.append(flat[start:end])
        start = end
    return pieces


def _row(execution: Execution, field: FieldPlan, value: Any) -> Any:
    """The items of any iterable; a `Failed` with the items had so far when it breaks off."""
    kind: type = type(value)
    if kind in _PLAIN_LISTS:
        return value
    if not is_list_kind(kind):
        return execution.fail(field, GraphQLError(f"Expected Iterable, but did not find one for field '{field}'."))
    items: list[Any] = []
    try:
        items.extend(iter(value))
    except Exception as error:
        failed = execution.fail(field, error)
        failed.partial = items
        return failed
    return items


def _body(row: Any) -> Sequence[Any]:
    return (row.partial or ()) if type(row) is Failed else row


def _kept(row: Any, completed: list[Any]) -> Any:
    """The completed list, or the failure with its completed part."""
    if type(row) is not Failed:
        return completed
    row.partial = completed
    return row


def _objects(
    execution: Execution, field: FieldPlan, type_: GraphQLObjectType, values: list[Any], places: Places
) -> list[Any]:
    selection = field.selection(type_)
    if selection.error:
        return execution.fail_all(field, selection.error, len(values))
    if not type_.is_type_of:
        return execution.run(selection, values, places)
    column: list[Any] = _misfits(execution, field, type_, values, places)
    fitting = [index for index, misfit in enumerate(column) if misfit is None]
    if fitting:
        objects = execution.run(selection, [values[index] for index in fitting], places.picked(fitting))
        for index, completed in zip(fitting, objects, strict=True):
            column[index] = completed
    return column


def _misfits(
    execution: Execution, field: FieldPlan, type_: GraphQLObjectType, values: list[Any], places: Places
) -> list[Any]:
    """Per value None if the type accepts it, else why not."""
    accepts = cast(GraphQLIsTypeOfFn, type_.is_type_of)
    info = execution.level_info(field)
    column: list[Any] = []
    for value in values:
        try:
            if not accepts(value, info):
                raise GraphQLError(f"Expected value of type '{type_.name}' but got: {inspect(value)}.", field.nodes)
            column.append(None)
        except Exception as error:
            column.append(execution.fail(field, error))
    return column


def _abstracts(execution: Execution, field: FieldPlan, shape: Shape, values: list[Any], places: Places) -> list[Any]:
    """Groups the values by concrete type and completes each group in one go."""
    abstract = cast(GraphQLAbstractType, shape.abstract)
    info = execution.level_info(field)
    column: list[Any] = [None] * len(values)
    groups: dict[GraphQLObjectType, list[int]] = {}
    for index, value in enumerate(values):
        try:
            groups.setdefault(runtime_type(field, abstract, value, info), []).append(index)
        except Exception as error:
            column[index] = execution.fail(field, error)
    for type_, indexes in groups.items():
        picked = [values[index] for index in indexes]
        objects = _objects(execution, field, type_, picked, places.picked(indexes))
        execution.concrete.append((objects, field.selection(type_)))
        for index, completed in zip(indexes, objects, strict=True):
            column[index] = completed
    return column
