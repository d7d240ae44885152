"""Errors and the nulls they cause, exactly as a depth-first executor leaves them.

The breadth-first pass resolves every field of every level, also those that a depth-first executor never reaches
because an earlier error has already nulled the object they belong to. So that both report the same set of errors, the
pass itself reports none: it leaves `Failed` marks in the tree of results. If there are any (or nulls at non-null
fields), this module walks the tree **depth first, in response order**, and does what graphql-core's executor does:

1. At a position (a field's value, or a list's item) its content is settled first: an object's fields in order, a list's
   items in order.
2. A failure gets the position's path and the field's locations, once, at the innermost position.
3. If the position is nullable, the error is recorded and the position becomes null. Errors recorded earlier, inside
   what is now null, stay recorded: a depth-first executor had already collected them.
4. If it is non-null, the error leaves the position and settles the one around it instead. Later siblings (fields of
   the object, items of the list) are abandoned: nothing inside them is looked at, so their errors never appear.

Only fields marked as broken, and those above them, are walked; a part of the tree without failures isn't touched.
"""

from __future__ import annotations

from typing import Any, cast

from graphql import GraphQLError, located_error

from marketplace.graphql.engine.execution import Execution
from marketplace.graphql.engine.kinds import Failed
from marketplace.graphql.engine.plan import FieldPlan, SelectionPlan
from marketplace.graphql.engine.shape import LEAF, LIST, OBJECT, Shape

Trail = tuple[str | int, ...]


class Bubble(Exception):
    def __init__(self, error: GraphQLError) -> None:
        self.error = error
        super().__init__(error)


class Propagation:
    """Walks one tree of results, nulling positions in place and collecting the errors in `errors`."""

    def __init__(self, execution: Execution) -> None:
        self.errors: list[GraphQLError] = []
        self._concrete = {
            id(completed): selection for objects, selection in execution.concrete for completed in objects
        }
        self._walked: set[FieldPlan] = set()
        for field in execution.broken:
            self._mark(field)

    def _mark(self, field: FieldPlan | None) -> None:
        while field is not None and field not in self._walked:
            self._walked.add(field)
            field = field.owner.above

    def fields(self, selection: SelectionPlan, completed: dict[str, Any], trail: Trail = ()) -> None:
        """Settles an object's fields; raises Bubble when one of them takes the object with it."""
        for field in selection.fields:
            if field in self._walked:
                self.field(field, completed, trail)

    def field(self, field: FieldPlan, completed: dict[str, Any], trail: Trail = ()) -> None:
        key = field.key
        completed[key] = self._position(field, field.shape, completed[key], (*trail, key))

    def _position(self, field: FieldPlan, shape: Shape, value: Any, trail: Trail) -> Any:
        try:
            error = self._failure(field, shape, value, trail)
        except Bubble as bubble:
            error = bubble.error
        if error is None:
            return value
        if shape.non_null:
            raise Bubble(error)
        self.errors.append(error)
        return None

    def _failure(self, field: FieldPlan, shape: Shape, value: Any, trail: Trail) -> GraphQLError | None:
        """This position's own failure, after its content is settled; raises Bubble for one of the content."""
        if value is None:
            return (
                _located(TypeError(f"Cannot return null for non-nullable field {field}."), field, trail)
                if shape.non_null
                else None
            )
        if type(value) is Failed:
            if value.partial:
                self._items(field, shape, value.partial, trail)
            return _located(value.error, field, trail)
        if shape.kind == LIST:
            self._items(field, shape, value, trail)
        elif shape.kind != LEAF:
            self.fields(self._selection(field, shape, value), value, trail)
        return None

    def _items(self, field: FieldPlan, shape: Shape, items: list[Any], trail: Trail) -> None:
        item = cast(Shape, shape.item)
        for index, value in enumerate(items):
            items[index] = self._position(field, item, value, (*trail, index))

    def _selection(self, field: FieldPlan, shape: Shape, completed: dict[str, Any]) -> SelectionPlan:
        if shape.kind == OBJECT and shape.object is not None:
            return field.selection(shape.object)
        return self._concrete[id(completed)]


def _located(error: Exception, field: FieldPlan, trail: Trail) -> GraphQLError:
    return located_error(error, field.nodes, list(trail))
