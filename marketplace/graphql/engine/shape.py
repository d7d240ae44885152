"""A field's output type, unwrapped once: nullability, list levels and what stands at the end."""

from typing import Any, Final, cast

from graphql import (
    GraphQLAbstractType,
    GraphQLLeafType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from marketplace.graphql.engine.leaf import FAST, Check

LEAF: Final = 0
LIST: Final = 1
OBJECT: Final = 2
ABSTRACT: Final = 3


class Shape:
    """One level of a type. `item` is set for lists only, exactly one of the named types otherwise."""

    __slots__ = ("abstract", "check", "exact", "exact_or_null", "item", "kind", "leaf", "non_null", "object")

    def __init__(self, type_: GraphQLOutputType) -> None:
        outer: Any = type_
        self.non_null = is_non_null_type(outer)
        inner: Any = outer.of_type if self.non_null else outer
        self.item: Shape | None = Shape(inner.of_type) if is_list_type(inner) else None
        self.leaf: GraphQLLeafType | None = inner if is_leaf_type(inner) else None
        self.object: GraphQLObjectType | None = inner if is_object_type(inner) else None
        self.abstract: GraphQLAbstractType | None = inner if is_abstract_type(inner) else None
        self.kind = self._kind()
        fast = FAST.get(self.leaf) if self.leaf else None
        self.exact: frozenset[type] = frozenset({fast.kind}) if fast else frozenset()
        self.exact_or_null = self.exact | {type(None)} if fast else self.exact
        self.check: Check | None = fast.check if fast else None

    def _kind(self) -> int:
        if self.item:
            return LIST
        if self.leaf:
            return LEAF
        return OBJECT if self.object else ABSTRACT

    @property
    def named(self) -> GraphQLNamedType:
        """The named type at the end of all wrapping."""
        if self.item:
            return self.item.named
        return cast(GraphQLNamedType, self.leaf or self.object or self.abstract)
