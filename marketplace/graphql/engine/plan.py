"""The compiled form of an operation: a tree of selections (what is read from one object type) and their fields.

A plan holds nothing that depends on a call but the values of variables used in `@skip`/`@include`: an operation keeps
one plan per combination of those. Sub-selections are compiled when the first object of their type appears, so a plan
costs as much as the data it has met, and recursion through interfaces never unfolds more than is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple, cast

from graphene.types.resolver import attr_resolver, dict_or_attr_resolver
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
)
from graphql.execution.collect_fields import collect_sub_fields

from marketplace.graphql.engine.arguments import fixed_arguments
from marketplace.graphql.engine.protocol import ACCESS, BATCH, AccessRule, BatchResolver
from marketplace.graphql.engine.shape import Shape


class Source(NamedTuple):
    """What a plan is compiled from. `conditions` are the values of the variables that include or skip selections."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDefinitionNode]
    conditions: dict[str, Any]


class Attribute(NamedTuple):
    """A field that is nothing but a read of its parent."""

    name: str
    default: Any
    getter: Callable[[Any], Any]
    core: bool  # as graphql-core's default resolver: any Mapping is read by key, and callables are called
    mappings: bool  # False: dicts too are read by attribute (graphene's attr_resolver)


class FieldPlan:
    """One response key of a selection."""

    __slots__ = (
        "access",
        "arguments",
        "attribute",
        "batch",
        "constant",
        "definition",
        "key",
        "name",
        "nodes",
        "owner",
        "parent_type",
        "quick",
        "resolver",
        "selections",
        "shape",
        "source",
    )

    def __init__(self, source: Source, owner: SelectionPlan, key: str, nodes: list[FieldNode], field: GraphQLField):
        self.source = source
        self.owner = owner
        self.key = key
        self.nodes = nodes
        self.name = nodes[0].name.value
        self.parent_type = owner.type
        self.definition = field
        self.shape = Shape(field.type)
        self.access: AccessRule | None = field.extensions.get(ACCESS)
        self.arguments = fixed_arguments(field, nodes[0])
        self.resolver = field.resolve
        self.batch: BatchResolver | None = getattr(self.resolver, BATCH, None)
        self.attribute = _attribute(self.name, self.resolver)
        self.constant: str | None = owner.type.name if field is TypeNameMetaFieldDef else None
        self.selections: dict[GraphQLObjectType, SelectionPlan] = {}
        self.quick = self._quick()

    def _quick(self) -> Callable[[Any], Any] | None:
        """The getter, where reading an attribute is all there is to do (of parents that aren't mappings)."""
        if self.attribute is None or self.attribute.core or self.access is not None or self.arguments is None:
            return None
        return self.attribute.getter

    def __str__(self) -> str:
        return f"{self.parent_type.name}.{self.name}"

    def selection(self, type_: GraphQLObjectType) -> SelectionPlan:
        """What is read from an object of this concrete type below this field."""
        found = self.selections.get(type_)
        if found is None:
            # Of threads that compile it at the same time, all must end up with the same one.
            found = self.selections.setdefault(type_, SelectionPlan(self.source, type_, self.nodes, above=self))
        return found


class SelectionPlan:
    """The fields read from objects of one concrete type, in the order of the response.

    `error` is set instead of fields when a directive's condition cannot be had (a null for `@skip(if: $nullable)`).
    """

    __slots__ = ("above", "error", "fields", "keys", "type")

    def __init__(
        self, source: Source, type_: GraphQLObjectType, nodes: list[FieldNode], *, above: FieldPlan | None
    ) -> None:
        self.type = type_
        self.above = above
        self.error: GraphQLError | None = None
        self.fields: list[FieldPlan] = []
        try:
            collected = collect_sub_fields(source.schema, source.fragments, source.conditions, type_, nodes)
        except GraphQLError as error:
            self.error = error.with_traceback(None)
            collected = {}
        for key, field_nodes in collected.items():
            definition = _definition(source.schema, type_, field_nodes[0].name.value)
            if definition is not None:
                self.fields.append(FieldPlan(source, self, key, field_nodes, definition))
        self.keys = tuple(field.key for field in self.fields)


def _definition(schema: GraphQLSchema, type_: GraphQLObjectType, name: str) -> GraphQLField | None:
    if name == "__typename":
        return TypeNameMetaFieldDef
    if type_ is schema.query_type and name in ("__schema", "__type"):
        return SchemaMetaFieldDef if name == "__schema" else TypeMetaFieldDef
    return type_.fields.get(name)


def _attribute(field_name: str, resolver: Any) -> Attribute | None:
    """Recognizes the resolvers that only read: no resolver at all, and graphene's defaults."""
    if resolver is None:
        return Attribute(field_name, None, attrgetter(field_name), core=True, mappings=True)
    if not isinstance(resolver, partial) or len(resolver.args) != 2 or resolver.keywords:
        return None
    if resolver.func not in (dict_or_attr_resolver, attr_resolver):
        return None
    name, default = cast("tuple[str, Any]", resolver.args)
    if "." in name:  # attrgetter would follow the dot; getattr doesn't
        return None
    return Attribute(name, default, attrgetter(name), core=False, mappings=resolver.func is dict_or_attr_resolver)
