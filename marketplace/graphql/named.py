"""What a mutation names: the fields it was given, and the objects by their ids. Never what the fields hold."""

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLList, GraphQLNonNull, get_named_type

from marketplace.graphql.engine.protocol import BATCH
from marketplace.graphql.ids import split_global_id
from marketplace.graphql.input_errors import BadGlobalID

Named = tuple[str, str]
"""A type's name and a key."""


def given_fields(info: Any, arguments: dict[str, Any]) -> list[str]:
    """``["id", "input.name", "input.address.city"]``: sorted, each once, as the schema calls them."""
    return sorted({path for path, _type, _value in _leaves(info, arguments)})


def given_objects(info: Any, arguments: dict[str, Any]) -> list[Named]:
    """The objects whose ids were given, in their order, each once; an id that is none is left out."""
    found: dict[Named, None] = {}
    for _path, type_, value in _leaves(info, arguments):
        if type_ is not None and get_named_type(type_).name == "ID" and isinstance(value, str):
            try:
                found[split_global_id(value)] = None
            except BadGlobalID:
                continue
    return list(found)


def answered_objects(info: Any, payload: Any) -> list[Named]:
    """The objects that a payload holds, of those fields that hold one each."""
    found = []
    for name, field in type(payload)._meta.fields.items():
        value = getattr(payload, name, None)
        kind = getattr(field.type, "of_type", field.type)
        resolve = getattr(getattr(kind, "resolve_id", None), BATCH, None)
        if name != "errors" and value is not None and resolve is not None and not isinstance(value, list | tuple):
            [global_id] = resolve([value], info)
            found.append(split_global_id(global_id))
    return found


def _leaves(info: Any, arguments: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    declared = info.parent_type.fields[info.field_name].args
    for name, argument in declared.items():
        key = argument.out_name or name
        if key in arguments:
            yield from _inside(name, argument.type, arguments[key])


def _inside(path: str, type_: Any, value: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(type_, GraphQLNonNull):
        yield from _inside(path, type_.of_type, value)
    elif isinstance(type_, GraphQLList) and isinstance(value, list | tuple):
        yield path, None, None
        for each in value:
            yield from _inside(path, type_.of_type, each)
    elif isinstance(type_, GraphQLInputObjectType) and isinstance(value, dict):
        for name, field in type_.fields.items():
            key = field.out_name or name
            if key in value:
                yield from _inside(f"{path}.{name}", field.type, value[key])
    else:
        yield path, type_, value
