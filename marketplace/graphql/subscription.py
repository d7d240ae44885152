"""Subscriptions: graphql-core makes the stream of events and executes the selection for each of them."""

from collections.abc import AsyncIterator
from typing import Any

from graphql import ExecutionResult, GraphQLError, create_source_event_stream, execute
from graphql.execution.collect_fields import collect_fields

from marketplace.graphql.context import Context
from marketplace.graphql.engine import ACCESS, Operation
from marketplace.graphql.outcome import formatted
from marketplace.graphql.result import Result


async def results(operation: Operation, variables: dict[str, Any], context: Context) -> AsyncIterator[Result]:
    """One `Result` per event; a single one with errors when the caller may not subscribe."""
    name = operation.definition.name.value if operation.definition.name else None
    refusal = _refusal(operation, context)
    if refusal is not None:
        yield _result(ExecutionResult(None, [refusal]), context)
        return
    stream = await create_source_event_stream(
        operation.schema, operation.document, None, context, variables, operation_name=name
    )
    if isinstance(stream, ExecutionResult):
        yield _result(stream, context)
        return
    async for event in stream:
        outcome = execute(operation.schema, operation.document, event, context, variables, name, middleware=[_guard])
        yield _result(outcome if isinstance(outcome, ExecutionResult) else await outcome, context)


def _refusal(operation: Operation, context: Context) -> GraphQLError | None:
    """The rule of the subscribed field is asked before its stream is opened."""
    root = operation.schema.subscription_type
    if root is None:
        return GraphQLError("Schema is not configured to execute subscription operation.")
    nodes = collect_fields(operation.schema, operation.fragments, {}, root, operation.definition.selection_set)
    for selected in nodes.values():
        field = root.fields.get(selected[0].name.value)
        refusals = field.extensions[ACCESS].refusals(context, [None]) if field and ACCESS in field.extensions else None
        if refusals and refusals[0] is not None:
            return GraphQLError(str(refusals[0]), selected, path=[selected[0].name.value], original_error=refusals[0])
    return None


def _guard(following: Any, parent: Any, info: Any, **arguments: Any) -> Any:
    """Access for an executor that goes one by one."""
    field = info.parent_type.fields.get(info.field_name)
    if field is not None and ACCESS in field.extensions:
        refusals = field.extensions[ACCESS].refusals(info.context, [parent])
        if refusals and refusals[0] is not None:
            raise refusals[0]
    return following(parent, info, **arguments)


def _result(outcome: ExecutionResult, context: Context) -> Result:
    errors = [entry for error in outcome.errors or [] for entry in formatted(error, context)]
    return Result(data=outcome.data, errors=errors or None)
