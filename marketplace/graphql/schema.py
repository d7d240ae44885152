"""A schema: its types with their rules, and the execution of documents within the limits."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    NoFragmentCyclesRule,
    OperationDefinitionNode,
    OperationType,
    parse,
    print_schema,
    validate,
)

from marketplace.graphql import engine, subscription
from marketplace.graphql.context import Context, Translate, untranslated
from marketplace.graphql.document import Document, DocumentCache, Prepared
from marketplace.graphql.errors import KnownError, _
from marketplace.graphql.kept.allowed import Fields, asks_only_for
from marketplace.graphql.kept_node import without_tokens
from marketplace.graphql.limits import (
    FragmentCycle,
    LimitExceeded,
    Limits,
    check_cost,
    check_literals,
    check_shape,
    check_text,
    check_variables,
)
from marketplace.graphql.outcome import formatted
from marketplace.graphql.result import Result
from marketplace.graphql.type_map import AccessTypeMap, require_access
from marketplace.graphql.watch import Watch
from marketplace.observability.operations import Running

MOST_VALIDATION_ERRORS = 20


class Schema:
    """``Schema(query=Query, mutation=Mutation, types=[...])``; raises `UndeclaredAccess` at once."""

    def __init__(
        self,
        *,
        query: Any,
        mutation: Any = None,
        subscription: Any = None,
        types: Sequence[Any] = (),
        limits: Limits | None = None,
        translate: Translate = untranslated,
        watch: Watch | None = None,
        cached_documents: int = 500,
        kept: Fields | None = None,
    ) -> None:
        type_map = AccessTypeMap(query, mutation, subscription, list(types))
        self.graphql_schema = GraphQLSchema(type_map.query, type_map.mutation, type_map.subscription, type_map.types)
        require_access(self.graphql_schema)
        self.limits = limits or Limits()
        self.translate = translate
        self.watch = watch
        self.kept = kept or {}
        self.documents = DocumentCache(cached_documents, self._prepare)

    def sdl(self) -> str:
        """The schema in the type system definition language, the same text for the same types."""
        return print_schema(self.graphql_schema) + "\n"

    def prepare(self, document: str | Document) -> Prepared:
        """The document parsed, validated and within the limits that do not depend on variables; or its errors."""
        return self.documents.get(document if isinstance(document, str) else document.text)

    def is_kept(self, document: str | Document) -> bool:
        """Whether it asks only for what ``kept`` names: what everybody sees alike and is made of watched tables."""
        prepared = self.prepare(document)
        if prepared.is_kept is None:
            prepared.is_kept = not prepared.errors and asks_only_for(self.kept, self.graphql_schema, prepared.node)
        return prepared.is_kept

    def execute(
        self,
        document: str | Document,
        variables: Mapping[str, Any] | None = None,
        *,
        context: Context,
        operation_name: str | None = None,
    ) -> Result:
        """Run one query or mutation. Raises nothing, whatever a client sends or a resolver does."""
        context.translate, context.watch = self.translate, self.watch
        prepared = self.prepare(document)
        given = dict(variables or {})
        try:
            operation = self._operation(prepared, operation_name)
            if operation.definition.operation is OperationType.SUBSCRIPTION:
                raise KnownError(_("A subscription cannot be answered once; it needs a stream."))
            self._check(prepared, operation.definition, given)
        except _Refusal as refusal:
            return _refused(refusal.errors, context, refusal.code)
        except KnownError as refusal:
            return _refused([refusal], context)
        with Running(operation.definition, prepared.text) as running:
            result = self._run(operation, given, context)
            running.errors(result.errors)
        return result

    async def subscribe(
        self,
        document: str | Document,
        variables: Mapping[str, Any] | None = None,
        *,
        context: Context,
        operation_name: str | None = None,
    ) -> AsyncIterator[Result]:
        """The results of a subscription, one per event, executed by graphql-core; one refusal if it is refused."""
        context.translate, context.watch = self.translate, self.watch
        prepared = self.prepare(document)
        given = dict(variables or {})
        try:
            operation = self._operation(prepared, operation_name)
            self._check(prepared, operation.definition, given)
        except _Refusal as refusal:
            yield _refused(refusal.errors, context, refusal.code)
        except KnownError as refusal:
            yield _refused([refusal], context)
        else:
            async for result in subscription.results(operation, given, context):
                yield result

    def _run(self, operation: engine.Operation, variables: dict[str, Any], context: Context) -> Result:
        deadline = time.monotonic() + self.limits.seconds
        try:
            outcome = engine.execute(self.graphql_schema, operation, variables, context, deadline=deadline)
        except engine.ExecutionTimeout as timeout:
            late = LimitExceeded("seconds", self.limits.seconds, f"> {self.limits.seconds}")
            late.__cause__ = timeout
            return Result(data=None, errors=formatted(late, context))
        if outcome.data is None and outcome.errors and not any(error.path for error in outcome.errors):
            return _refused(outcome.errors, context, "BAD_USER_INPUT")
        errors = [entry for error in outcome.errors or [] for entry in formatted(error, context)]
        return Result(data=outcome.data, errors=errors or None)

    def _operation(self, prepared: Prepared, name: str | None) -> engine.Operation:
        if prepared.errors:
            raise _Refusal(prepared.errors, prepared.error_code)
        operation = prepared.operations.get(name)
        if operation is None:
            try:
                operation = engine.prepare(self.graphql_schema, prepared.node, name)
            except GraphQLError as failure:
                raise _Refusal([failure], "OPERATION_RESOLUTION_FAILURE") from failure
            prepared.operations[name] = operation
        return operation

    def _check(self, prepared: Prepared, operation: OperationDefinitionNode, variables: dict[str, Any]) -> None:
        if variables:
            check_variables(variables, self.limits)
        try:
            check_cost(self.graphql_schema, prepared, operation, variables, self.limits)
        except RecursionError:  # fragments in fragments, just within the stack when they were validated
            raise LimitExceeded("nesting", self.limits.nesting, "?") from None

    def _prepare(self, text: str) -> Prepared:
        """Limits on the text come before parsing, and those on the shape before validation, whose cost they bound."""
        try:
            check_text(text, self.limits)
            node = parse(text)
            check_shape(node, self.limits)
            check_literals(node)
            errors = validate(self.graphql_schema, node, max_errors=MOST_VALIDATION_ERRORS)
        except FragmentCycle:
            errors = validate(self.graphql_schema, node, [NoFragmentCyclesRule], max_errors=MOST_VALIDATION_ERRORS)
        except KnownError as refusal:
            return Prepared(errors=[refusal])
        except GraphQLError as failure:
            return Prepared(errors=[failure], error_code="GRAPHQL_PARSE_FAILED")
        except RecursionError:
            return Prepared(errors=[LimitExceeded("nesting", self.limits.nesting, "?")])
        return Prepared(node=without_tokens(node), errors=errors, error_code="GRAPHQL_VALIDATION_FAILED", text=text)


class _Refusal(Exception):  # a signal inside this file
    def __init__(self, errors: Sequence[GraphQLError], code: str | None) -> None:
        super().__init__(code)
        self.errors = errors
        self.code = code


def _refused(errors: Sequence[GraphQLError], context: Context, code: str | None = None) -> Result:
    entries = [entry for error in errors for entry in formatted(error, context, request_error_code=code)]
    return Result(data=None, errors=entries, executed=False)
