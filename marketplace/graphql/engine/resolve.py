"""Getting the values of one field for all parents of a level: by attribute, in one batch call, or one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from graphql import default_field_resolver

from marketplace.graphql.engine.arguments import bound_arguments, can_be_shared
from marketplace.graphql.engine.errors import BatchLengthMismatch
from marketplace.graphql.engine.kinds import Failed, is_callable_kind, is_mapping_kind
from marketplace.graphql.engine.places import Places
from marketplace.graphql.engine.plan import Attribute, FieldPlan
from marketplace.graphql.engine.protocol import AccessRule, BatchResolver

if TYPE_CHECKING:
    from marketplace.graphql.engine.execution import Execution


def resolve(execution: Execution, field: FieldPlan, parents: list[Any], places: Places) -> list[Any]:
    """One value per parent, in order; `Failed` where there is none."""
    if field.constant is not None and not execution.middleware:
        return [field.constant] * len(parents)
    arguments = field.arguments
    if arguments is None:
        try:
            arguments = bound_arguments(field.definition, field.nodes[0], execution.variables)
        except Exception as error:
            return execution.fail_all(field, error, len(parents))
    if field.access is None:
        return _values(execution, field, parents, arguments, places)
    return _allowed_values(execution, field, parents, arguments, places)


def _allowed_values(
    execution: Execution, field: FieldPlan, parents: list[Any], arguments: dict[str, Any], places: Places
) -> list[Any]:
    """Asks the field's access rule first, and resolves only what it allows."""
    access = cast(AccessRule, field.access)
    try:
        refusals = access.refusals(execution.context, parents)
        if refusals is not None and len(refusals) != len(parents):
            raise BatchLengthMismatch(str(field), len(parents), len(refusals))
    except Exception as error:
        return execution.fail_all(field, error, len(parents))
    if refusals is None:
        return _values(execution, field, parents, arguments, places)
    column: list[Any] = [None if refusal is None else execution.fail(field, refusal) for refusal in refusals]
    allowed = [index for index, refusal in enumerate(refusals) if refusal is None]
    if allowed:
        values = _values(execution, field, [parents[i] for i in allowed], arguments, places.picked(allowed))
        for index, value in zip(allowed, values, strict=True):
            column[index] = value
    return column


def _values(
    execution: Execution, field: FieldPlan, parents: list[Any], arguments: dict[str, Any], places: Places
) -> list[Any]:
    if execution.middleware:
        return _one_by_one(execution, field, parents, arguments, places)
    if field.batch is not None:
        return _in_one_batch(execution, field, parents, arguments, places)
    if field.attribute is not None:
        return _attributes(execution, field, field.attribute, parents, arguments, places)
    return _one_by_one(execution, field, parents, arguments, places)


def _in_one_batch(
    execution: Execution, field: FieldPlan, parents: list[Any], arguments: dict[str, Any], places: Places
) -> list[Any]:
    batch = cast(BatchResolver, field.batch)
    try:
        values = list(batch(list(parents), execution.info(field, places.at(0)), **arguments))
        if len(values) != len(parents):
            raise BatchLengthMismatch(str(field), len(parents), len(values))
    except Exception as error:
        return execution.fail_all(field, error, len(parents))
    return values


def _one_by_one(
    execution: Execution, field: FieldPlan, parents: list[Any], arguments: dict[str, Any], places: Places
) -> list[Any]:
    resolver = field.resolver or default_field_resolver
    if execution.middleware:
        resolver = execution.middleware.get_field_resolver(resolver)
    shared = len(parents) == 1 or can_be_shared(arguments)
    values = []
    for index, (parent, path) in enumerate(zip(parents, places.all(), strict=True)):
        if index and not shared:  # a resolver may have changed what it was given
            arguments = bound_arguments(field.definition, field.nodes[0], execution.variables)
        try:
            value = resolver(parent, execution.info(field, path), **arguments)
        except Exception as error:
            value = execution.fail(field, error)
        values.append(value)
    return values


def _attributes(
    execution: Execution,
    field: FieldPlan,
    attribute: Attribute,
    parents: list[Any],
    arguments: dict[str, Any],
    places: Places,
) -> list[Any]:
    by_key = _is_mapping if attribute.core else _is_dict
    getter = attribute.getter
    if attribute.mappings and any(map(by_key, set(map(type, parents)))):
        getter = _by_key_or_attribute(attribute, by_key)
    values = read(execution, field, getter, parents)
    if attribute.core and any(map(is_callable_kind, set(map(type, values)))):
        return _call(execution, field, values, arguments, places)
    return values


def _is_dict(kind: type) -> bool:
    return issubclass(kind, dict)


_is_mapping = is_mapping_kind


def _by_key_or_attribute(attribute: Attribute, by_key: Callable[[type], bool]) -> Callable[[Any], Any]:
    name, default, getter = attribute.name, attribute.default, attribute.getter

    def read(parent: Any) -> Any:
        if not by_key(type(parent)):
            return getter(parent)
        try:
            return parent.get(name, default)
        except AttributeError as error:  # of the mapping itself: not a missing attribute
            return Failed(error)

    return read


def read(execution: Execution, field: FieldPlan, getter: Callable[[Any], Any], parents: list[Any]) -> list[Any]:
    """Maps the getter over the column. `extend` keeps what it got before an exception, and the map goes on after it."""
    values: list[Any] = []
    reading = map(getter, parents)
    while len(values) < len(parents):
        try:
            values.extend(reading)
            if len(values) < len(parents):  # a property raised StopIteration, which ends an `extend` in silence
                values.append(execution.fail(field, StopIteration()))
        except AttributeError:
            values.append(field.attribute.default if field.attribute else None)
        except Exception as error:
            values.append(execution.fail(field, error))
    return values


def _call(
    execution: Execution, field: FieldPlan, values: list[Any], arguments: dict[str, Any], places: Places
) -> list[Any]:
    """Methods and functions found where a value was expected are called, as graphql-core's default resolver does."""
    shared = can_be_shared(arguments)
    called: list[Any] = []
    for value, path in zip(values, places.all(), strict=True):
        if callable(value):
            try:
                if called and not shared:
                    arguments = bound_arguments(field.definition, field.nodes[0], execution.variables)
                value = value(execution.info(field, path), **arguments)
            except Exception as error:
                value = execution.fail(field, error)
        called.append(value)
    return called
