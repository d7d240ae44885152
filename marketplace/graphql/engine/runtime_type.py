"""Finding the object type behind a value of an interface or union."""

from typing import Any, cast

from graphql import (
    GraphQLAbstractType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    default_type_resolver,
    is_object_type,
)
from graphql.pyutils import inspect

from marketplace.graphql.engine.plan import FieldPlan


def runtime_type(
    field: FieldPlan, abstract: GraphQLAbstractType, value: Any, info: GraphQLResolveInfo
) -> GraphQLObjectType:
    """Raises GraphQLError, in graphql-core's words, when the value cannot be told to be of a possible type."""
    name: Any = (abstract.resolve_type or default_type_resolver)(value, info, abstract)
    if not isinstance(name, str):
        raise GraphQLError(_not_a_name(field, abstract, value, name), field.nodes)
    schema = field.source.schema
    found = schema.get_type(name)
    if found is None:
        reason = (
            f"Abstract type '{abstract.name}' was resolved to a type '{name}' that does not exist inside the schema."
        )
    elif not is_object_type(found):
        reason = f"Abstract type '{abstract.name}' was resolved to a non-object type '{name}'."
    elif not schema.is_sub_type(abstract, found):
        reason = f"Runtime Object type '{found.name}' is not a possible type for '{abstract.name}'."
    else:
        return cast(GraphQLObjectType, found)
    raise GraphQLError(reason, field.nodes)


def _not_a_name(field: FieldPlan, abstract: GraphQLAbstractType, value: Any, answer: Any) -> str:
    if is_object_type(answer):
        return (
            "Support for returning GraphQLObjectType from resolve_type was"
            " removed in GraphQL-core 3.2, please return type name instead."
        )
    start = f"Abstract type '{abstract.name}' must resolve to an Object type at runtime for field '{field}'"
    if answer is None:
        return (
            f"{start}. Either the '{abstract.name}' type should provide a 'resolve_type' function"
            " or each possible type should provide an 'is_type_of' function."
        )
    return f"{start} with value {inspect(value)}, received '{inspect(answer)}'."
