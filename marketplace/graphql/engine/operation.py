"""An operation picked out of a validated document, with its plans."""

from typing import Any, Final

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    NameNode,
    OperationDefinitionNode,
    VariableNode,
)
from graphql.execution.execute import assert_valid_execution_arguments
from graphql.language import Visitor, visit
from graphql.pyutils import Undefined

from marketplace.graphql.engine.plan import SelectionPlan, Source

# How many combinations of @skip/@include values one operation keeps plans for.
_PLANS_KEPT: Final = 16


class Operation:
    """Reusable by any number of calls and threads: everything a call needs that doesn't depend on the call."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, definition: OperationDefinitionNode) -> None:
        self.schema = schema
        self.document = document
        self.definition = definition
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self._condition_names = _condition_names(document)
        self._plans: dict[tuple[Any, ...], SelectionPlan] = {}

    def plan(self, variables: dict[str, Any]) -> SelectionPlan:
        """The plan for these coerced variables."""
        key = tuple(variables.get(name, Undefined) for name in self._condition_names)
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) >= _PLANS_KEPT:
                self._plans.clear()
            found = self._plans[key] = self._compile(variables)
        return found

    def _compile(self, variables: dict[str, Any]) -> SelectionPlan:
        root = self.schema.get_root_type(self.definition.operation)
        if root is None:
            raise GraphQLError(
                f"Schema is not configured to execute {self.definition.operation.value} operation.", self.definition
            )
        conditions = {name: variables[name] for name in self._condition_names if name in variables}
        # The operation's selection set, as that of a nameless field: root and sub-selections are collected alike.
        node = FieldNode(name=NameNode(value=""), selection_set=self.definition.selection_set)
        return SelectionPlan(Source(self.schema, self.fragments, conditions), root, [node], above=None)


def prepare(schema: GraphQLSchema, document: DocumentNode, operation_name: str | None = None) -> Operation:
    """Picks the operation to run. Raises GraphQLError when the document doesn't say which one, or hasn't it."""
    assert_valid_execution_arguments(schema, document)
    found: OperationDefinitionNode | None = None
    for node in document.definitions:
        if not isinstance(node, OperationDefinitionNode):
            continue
        if operation_name is None:
            if found:
                raise GraphQLError("Must provide operation name if query contains multiple operations.")
            found = node
        elif node.name and node.name.value == operation_name:
            found = node
    if found:
        return Operation(schema, document, found)
    if operation_name is not None:
        raise GraphQLError(f"Unknown operation named '{operation_name}'.")
    raise GraphQLError("Must provide an operation.")


class _ConditionFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        if node.name.value in ("skip", "include"):
            self.names.update(a.value.name.value for a in node.arguments if isinstance(a.value, VariableNode))


def _condition_names(document: DocumentNode) -> list[str]:
    finder = _ConditionFinder()
    visit(document, finder)
    return sorted(finder.names)
