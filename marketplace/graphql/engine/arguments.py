"""A field's arguments: coerced once when the plan is made if nothing can change them, else bound per call."""

from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from graphql import FieldNode, GraphQLError, GraphQLField, VariableNode
from graphql.execution.values import get_argument_values
from graphql.language import Visitor, visit

# What no resolver can change: only such values may be shared by several calls.
_UNCHANGEABLE: Final = (str, int, float, bool, Decimal, UUID, type(None))


class _VariableFinder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def enter_variable(self, _node: VariableNode, *_: Any) -> None:
        self.found = True


def fixed_arguments(definition: GraphQLField, node: FieldNode) -> dict[str, Any] | None:
    """The coerced arguments if they are the same, and safe to share, in every call; else None."""
    if not definition.args:
        return {}
    if _mentions_variable(node):
        return None
    try:
        arguments = get_argument_values(definition, node)
    except GraphQLError:
        return None
    return arguments if can_be_shared(arguments) else None


def bound_arguments(definition: GraphQLField, node: FieldNode, variables: dict[str, Any]) -> dict[str, Any]:
    """The arguments with this call's variables; raises GraphQLError when they cannot be coerced."""
    return get_argument_values(definition, node, variables)


def can_be_shared(arguments: dict[str, Any]) -> bool:
    """Whether one resolver call could not change what the next one gets."""
    return all(type(value) in _UNCHANGEABLE for value in arguments.values())


def _mentions_variable(node: FieldNode) -> bool:
    finder = _VariableFinder()
    for argument in node.arguments:
        visit(argument, finder)
    return finder.found
