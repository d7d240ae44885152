"""The engine's door: runs one operation and answers with graphql-core's `ExecutionResult`."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any, cast

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    MiddlewareManager,
    OperationType,
)
from graphql.execution.values import get_variable_values

from marketplace.graphql.engine.arguments import bound_arguments
from marketplace.graphql.engine.execution import Execution
from marketplace.graphql.engine.operation import Operation, prepare
from marketplace.graphql.engine.places import ROOT
from marketplace.graphql.engine.plan import FieldPlan, SelectionPlan
from marketplace.graphql.engine.propagate import Bubble, Propagation
from marketplace.graphql.engine.protocol import AROUND, Around

MAX_COERCION_ERRORS = 50


def execute(
    schema: GraphQLSchema,
    document: DocumentNode | Operation,
    variables: dict[str, Any] | None = None,
    context: Any = None,
    operation_name: str | None = None,
    root_value: Any = None,
    *,
    deadline: float | None = None,
    middleware: Sequence[Any] | None = None,
    hide_suggestions: bool = False,
) -> ExecutionResult:
    """Executes a validated document, or an operation prepared (and cached) before.

    A subscription is executed as what it is for one event; its stream of events is graphql-core's `subscribe` to make.

    `deadline` is a time of `time.monotonic()`; ExecutionTimeout is raised at the first field reached after it.
    With `middleware` (as in graphql-core) every field, batched or not, is resolved one by one through it.
    """
    try:
        operation = document if isinstance(document, Operation) else prepare(schema, document, operation_name)
    except GraphQLError as error:
        return ExecutionResult(None, [error])
    if variables is not None and not isinstance(variables, dict):
        raise TypeError(f"Variables must be a dictionary by name, not {type(variables).__name__}.")
    coerced = _coerced(operation, variables or {}, hide_suggestions)
    if isinstance(coerced, list):
        return ExecutionResult(None, coerced)
    execution = Execution(
        operation,
        coerced,
        context=context,
        root_value=root_value,
        deadline=deadline,
        middleware=MiddlewareManager(*middleware) if middleware else None,
    )
    return _answer(execution)


def _coerced(
    operation: Operation, variables: dict[str, Any], hide_suggestions: bool
) -> dict[str, Any] | list[GraphQLError]:
    definitions = operation.definition.variable_definitions
    if not definitions:
        return {}
    return get_variable_values(operation.schema, definitions, variables, MAX_COERCION_ERRORS, hide_suggestions)


def _answer(execution: Execution) -> ExecutionResult:
    try:
        selection = execution.operation.plan(execution.variables)
        if selection.error:
            raise selection.error
        if execution.operation.definition.operation == OperationType.MUTATION:
            return _in_order(execution, selection)
        return _at_once(execution, selection)
    except GraphQLError as error:
        return ExecutionResult(None, [error])
    except RecursionError:
        message = "Selections are nested too deeply. Execution aborted."
        return ExecutionResult(None, [GraphQLError(message, execution.operation.definition)])


def _at_once(execution: Execution, selection: SelectionPlan) -> ExecutionResult:
    [data] = execution.run(selection, [execution.root_value], ROOT)
    if not execution.broken:
        return ExecutionResult(data, None)
    propagation = Propagation(execution)
    try:
        propagation.fields(selection, data)
    except Bubble as bubble:
        return _result(None, [*propagation.errors, bubble.error])
    return _result(data, propagation.errors)


def _in_order(execution: Execution, selection: SelectionPlan) -> ExecutionResult:
    """Each root field wholly before the next; an error that takes the root with it stops those that follow."""
    data: dict[str, Any] = {}
    errors: list[GraphQLError] = []
    for field in selection.fields:
        try:
            data[field.key], found = _around(execution, field)
        except Stopped as stopped:
            return _result(None, [*errors, *stopped.errors])
        errors += found
    return _result(data, errors)


class Stopped(Exception):
    """An error has taken the root with it."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__(*errors)
        self.errors = errors


def _around(execution: Execution, field: FieldPlan) -> tuple[Any, list[GraphQLError]]:
    """The field as whoever stands around it answers it."""
    around: Around | None = field.definition.extensions.get(AROUND)
    settle = partial(_wholly, execution, field)
    if around is None:
        return settle()
    arguments = field.arguments
    if arguments is None:
        try:
            arguments = bound_arguments(field.definition, field.nodes[0], execution.variables)
        except GraphQLError:
            return settle()  # reports it
    return around(execution.info(field, None), arguments, settle)


def _wholly(execution: Execution, field: FieldPlan) -> tuple[Any, list[GraphQLError]]:
    """One root field, resolved and completed down to its leaves."""
    [value] = execution.column(field, [execution.root_value], ROOT)
    if not execution.broken:
        return value, []
    propagation = Propagation(execution)
    execution.broken.clear()
    data = {field.key: value}
    try:
        propagation.field(field, data)
    except Bubble as bubble:
        raise Stopped([*propagation.errors, bubble.error]) from bubble
    return data[field.key], propagation.errors


def _result(data: dict[str, Any] | None, errors: list[GraphQLError]) -> ExecutionResult:
    """Errors in graphql-core's order: by location, path, message. Depth-first order where those can't be compared."""
    with suppress(TypeError):
        errors = sorted(errors, key=lambda error: cast(Any, (error.locations or [], error.path or [], error.message)))
    return ExecutionResult(data, errors or None)
