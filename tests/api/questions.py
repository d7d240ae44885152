"""Documents made from the schema: a field with all its arguments as variables, and everything below it."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
)

from marketplace.schema import schema

NESTED_ARGUMENTS = {"channel": '"eu"', "languageCode": "NL", "key": '"campaign"', "slug": '"wood"', "currency": '"EUR"',
                    "audience": "VISITOR", "format": "XLSX"}  # fmt: skip
"""What nested fields are given where they require an argument."""
Composite = GraphQLObjectType | GraphQLInterfaceType


def root_fields(kind: str) -> dict[str, GraphQLField]:
    """All fields of Query or Mutation by name."""
    type_ = schema.graphql_schema.type_map[kind]
    assert isinstance(type_, GraphQLObjectType)
    return type_.fields


def question(kind: str, name: str, *, depth: int = 2, everything: bool = True, given: set[str] | None = None) -> str:
    """``query($id: ID!) { product(id: $id) { … } }`` with the arguments of ``given`` (all), down to ``depth``.

    Without ``everything``, what would take its object with it when it is refused is left out.
    """
    field = root_fields(kind)[name]
    arguments = {key: value for key, value in field.args.items() if given is None or key in given}
    below = selection(field, depth, everything=everything)
    return f"{kind.lower()}{_declared(arguments)} {{ {name}{_passed(arguments)} {below} }}"


def selection(field: GraphQLField, depth: int, *, everything: bool = True) -> str:
    """The braces after a field, empty for a leaf. A connection and a payload do not count as a level."""
    type_ = get_named_type(field.type)
    if is_leaf_type(type_):
        return ""
    assert isinstance(type_, Composite)
    levels = depth if _is_wrapper(type_) else depth - 1
    parts = [
        f"{key}{_nested(below)} {inner}".strip()
        for key, below in type_.fields.items()
        if (everything or not _takes_its_object_away(type_, below))
        for inner in [_inner(below, levels, everything)]
        if inner is not None
    ]
    return "{ " + " ".join(parts or ["__typename"]) + " }"


def _inner(field: GraphQLField, levels: int, everything: bool) -> str | None:
    if is_leaf_type(get_named_type(field.type)):
        return ""
    return selection(field, levels, everything=everything) if levels > 0 or _is_small(field) else None


def _is_small(field: GraphQLField) -> bool:
    """Money, countries and the like are values, not levels; a union has no fields of its own."""
    type_ = get_named_type(field.type)
    return isinstance(type_, Composite) and all(is_leaf_type(get_named_type(f.type)) for f in type_.fields.values())


def _is_wrapper(type_: Composite) -> bool:
    return type_.name.endswith(("Connection", "Edge")) or "errors" in type_.fields


def _takes_its_object_away(type_: Composite, field: GraphQLField) -> bool:
    rules = {id(other.extensions.get("access")) for other in type_.fields.values()}
    return len(rules) > 1 and is_non_null_type(field.type) and "access" in field.extensions


def _nested(field: GraphQLField) -> str:
    required = [name for name, argument in field.args.items() if is_required_argument(argument)]
    return "(" + ", ".join(f"{name}: {NESTED_ARGUMENTS[name]}" for name in required) + ")" if required else ""


def _declared(arguments: dict[str, GraphQLArgument]) -> str:
    parts = [f"${name}: {argument.type}" for name, argument in arguments.items()]
    return "(" + ", ".join(parts) + ")" if parts else ""


def _passed(arguments: dict[str, GraphQLArgument]) -> str:
    return "(" + ", ".join(f"{name}: ${name}" for name in arguments) + ")" if arguments else ""


def refusals(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every error of an answer, of the operation and of its payloads, as ``{code, message, …}``."""
    for error in answer.get("errors") or []:
        yield {**error, "code": (error.get("extensions") or {}).get("code")}
    for payload in (answer.get("data") or {}).values():
        if isinstance(payload, dict):
            for error in payload.get("errors") or []:
                if isinstance(error, dict) and "message" in error:
                    yield error
