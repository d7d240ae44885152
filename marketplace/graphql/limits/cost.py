"""What an operation may cost: 1 for each object it can lead to, or what the field declares.

1. A field that holds objects costs 1, a plain value 0; ``Field(..., cost=5)`` says otherwise.
2. A field's cost and that of its selection are multiplied by its ``first``, ``last`` or ``limit``; without these a list
   counts as its declared ``size`` or as ``Limits.list_size`` elements.
3. The sum over the operation must not exceed ``Limits.cost``. ``@skip`` and ``@include`` are not considered.

Example: ``products(first: 100) { edges { node { media { url } } } }`` costs 100 × (1 + 0 + (1 + 5 × 1)) = 700.
"""

from collections.abc import Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from marketplace.graphql.document import Prepared
from marketplace.graphql.limits.limits import Limits, check

_SIZES = ("first", "last", "limit")
_KEPT = 64


def check_cost(
    schema: GraphQLSchema,
    prepared: Prepared,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    limits: Limits,
) -> None:
    """Raises `LimitExceeded`. The document is valid; the variables may still be anything."""
    # A number that is no Int is refused when it is read; it prices nothing.
    sizes = {name: value if type(value) is int and value < 2**31 else None for name, value in variables.items()}
    key = (operation.name.value if operation.name else None, *(sizes.get(name) for name in _size_variables(prepared)))
    cost = prepared.costs.get(key)
    if cost is None:
        cost = _Pricer(schema, prepared, operation, sizes, limits).total(operation)
        if len(prepared.costs) >= _KEPT:
            prepared.costs.clear()
        prepared.costs[key] = cost
    check("cost", limits.cost, cost)


def _size_variables(prepared: Prepared) -> tuple[str, ...]:
    """The names of all Int variables, of which any may be a size."""
    names = set()
    for definition in prepared.node.definitions:
        if isinstance(definition, OperationDefinitionNode):
            for variable in definition.variable_definitions:
                type_node: Any = variable.type
                type_node = getattr(type_node, "type", type_node)
                if getattr(getattr(type_node, "name", None), "value", None) == "Int":
                    names.add(variable.variable.name.value)
    return tuple(sorted(names))


class _Pricer:
    def __init__(
        self,
        schema: GraphQLSchema,
        prepared: Prepared,
        operation: OperationDefinitionNode,
        sizes: Mapping[str, int | None],
        limits: Limits,
    ) -> None:
        self._schema = schema
        self._fragments = {d.name.value: d for d in prepared.node.definitions if isinstance(d, FragmentDefinitionNode)}
        self._known: dict[str, int] = {}
        self._sizes: dict[str, int | None] = {**_default_sizes(operation), **sizes}
        self._limits = limits

    def total(self, operation: OperationDefinitionNode) -> int:
        return self._selection(self._schema.get_root_type(operation.operation), operation.selection_set)

    def _selection(self, type_: GraphQLNamedType | None, node: SelectionSetNode | None) -> int:
        cost = 0
        for selection in node.selections if node else ():
            if isinstance(selection, FieldNode):
                cost += self._field(type_, selection)
            elif isinstance(selection, InlineFragmentNode):
                narrowed = selection.type_condition
                inner = self._schema.get_type(narrowed.name.value) if narrowed else type_
                cost += self._selection(inner, selection.selection_set)
            elif isinstance(selection, FragmentSpreadNode):
                cost += self._fragment(selection.name.value)
        return cost

    def _fragment(self, name: str) -> int:
        if name not in self._known:
            fragment = self._fragments[name]
            type_ = self._schema.get_type(fragment.type_condition.name.value)
            self._known[name] = self._selection(type_, fragment.selection_set)
        return self._known[name]

    def _field(self, type_: GraphQLNamedType | None, node: FieldNode) -> int:
        fields = type_.fields if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) else {}
        field = fields.get(node.name.value)
        if field is None:  # introspection
            return 0
        held = get_named_type(field.type)
        own = field.extensions.get("cost")
        if own is None:
            own = 0 if is_leaf_type(held) else 1
        return self._multiplier(field, node) * (own + self._selection(held, node.selection_set))

    def _multiplier(self, field: GraphQLField, node: FieldNode) -> int:
        asked = [self._argument(field, node, name) for name in _SIZES if name in field.args]
        stated = [size for size in asked if size is not None]
        if stated:
            return max(1, *stated)
        size = field.extensions.get("size")
        if size is None:
            size = self._limits.list_size if _is_list(field) else 1
        return int(size)

    def _argument(self, field: GraphQLField, node: FieldNode, name: str) -> int | None:
        for argument in node.arguments:
            if argument.name.value == name:
                if isinstance(argument.value, IntValueNode):
                    return int(argument.value.value)
                if isinstance(argument.value, VariableNode):
                    return self._sizes.get(argument.value.name.value)
                return None
        default = field.args[name].default_value
        return default if type(default) is int else None


def _is_list(field: GraphQLField) -> bool:
    held: Any = field.type
    return is_list_type(held.of_type if is_non_null_type(held) else held)


def _default_sizes(operation: OperationDefinitionNode) -> dict[str, int]:
    return {
        variable.variable.name.value: int(variable.default_value.value)
        for variable in operation.variable_definitions
        if isinstance(variable.default_value, IntValueNode)
    }
