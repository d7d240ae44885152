"""One call: its variables and context, and the pass over the plan that builds the tree of results."""

from __future__ import annotations

from time import monotonic
from typing import Any

from graphql import GraphQLResolveInfo, MiddlewareManager
from graphql.pyutils import Path

from marketplace.graphql.engine.complete import complete, complete_leaves
from marketplace.graphql.engine.errors import ExecutionTimeout
from marketplace.graphql.engine.kinds import Failed, is_mapping_kind
from marketplace.graphql.engine.operation import Operation
from marketplace.graphql.engine.places import Places
from marketplace.graphql.engine.plan import FieldPlan, SelectionPlan
from marketplace.graphql.engine.resolve import read, resolve
from marketplace.graphql.engine.rows import rows
from marketplace.graphql.engine.shape import LEAF


def _never_awaitable(_value: Any) -> bool:
    return False


class Execution:
    """Besides the call's input it collects what `propagate` needs if anything failed:

    - `broken`: the fields at which something failed, or was null where it must not be;
    - `concrete`: which objects were completed by which selection, where the type was only known at runtime.
    """

    def __init__(
        self,
        operation: Operation,
        variables: dict[str, Any],
        *,
        context: Any,
        root_value: Any,
        deadline: float | None,
        middleware: MiddlewareManager | None,
    ) -> None:
        self.operation = operation
        self.variables = variables
        self.context = context
        self.root_value = root_value
        self.deadline = deadline
        self.middleware = middleware
        self.broken: set[FieldPlan] = set()
        self.concrete: list[tuple[list[Any], SelectionPlan]] = []
        self._level_paths: dict[FieldPlan, Places] = {}

    def run(self, selection: SelectionPlan, parents: list[Any], places: Places) -> list[dict[str, Any]]:
        """The response objects of all parents of a level, field by field."""
        plain = not (self.middleware or any(map(is_mapping_kind, set(map(type, parents)))))
        columns = [self.column(field, parents, places, plain) for field in selection.fields]
        return rows(selection.keys, columns, len(parents))

    def column(self, field: FieldPlan, parents: list[Any], places: Places, plain: bool = False) -> list[Any]:
        """One field of all parents of a level, resolved and completed.

        `plain`: attributes of the parents may be read without looking at each.
        """
        if self.deadline is not None and monotonic() > self.deadline:
            raise ExecutionTimeout(str(field))
        if plain and field.quick:
            values = read(self, field, field.quick, parents)
        else:
            values = resolve(self, field, parents, places)
        shape = field.shape
        if shape.kind == LEAF:
            return complete_leaves(self, field, shape, values)
        below = self._level_paths[field] = places.below(field.key, field.parent_type.name)
        return complete(self, field, shape, values, below)

    def fail(self, field: FieldPlan, error: Exception) -> Failed:
        self.broken.add(field)
        return Failed(error)

    def fail_all(self, field: FieldPlan, error: Exception, count: int) -> list[Any]:
        return [self.fail(field, error) for _ in range(count)]

    def level_info(self, field: FieldPlan) -> GraphQLResolveInfo:
        """The info of a whole level, for type resolvers: its path is that of the level's first field."""
        return self._info(field, self._level_paths[field].at(0))

    def info(self, field: FieldPlan, parent: Path | None) -> GraphQLResolveInfo:
        """What a resolver is told about its place in the operation."""
        return self._info(field, Path(parent, field.key, field.parent_type.name))

    def _info(self, field: FieldPlan, path: Any) -> GraphQLResolveInfo:
        return GraphQLResolveInfo(
            field.name,
            field.nodes,
            field.definition.type,
            field.parent_type,
            path,
            self.operation.schema,
            self.operation.fragments,
            self.root_value,
            self.operation.definition,
            self.variables,
            self.context,
            _never_awaitable,
        )
