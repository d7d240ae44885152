"""A schema: its types with their rules, and the execution of documents within the limits."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    execute,
    parse,
    print_schema,
    validate,
)

from marketplace.graphql.context import Context, Translate, untranslated
from marketplace.graphql.document import Document, DocumentCache
from marketplace.graphql.limits import Limits
from marketplace.graphql.outcome import formatted
from marketplace.graphql.result import Result
from marketplace.graphql.type_map import AccessTypeMap, require_access


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
        cached_documents: int = 500,
    ) -> None:
        type_map = AccessTypeMap(query, mutation, subscription, list(types))
        self.graphql_schema = GraphQLSchema(type_map.query, type_map.mutation, type_map.subscription, type_map.types)
        require_access(self.graphql_schema)
        self.limits = limits or Limits()
        self.translate = translate
        self.documents = DocumentCache(cached_documents, self._prepare)

    def sdl(self) -> str:
        """The schema in the type system definition language, the same text for the same types."""
        return print_schema(self.graphql_schema) + "\n"

    def execute(
        self,
        document: str | Document,
        variables: Mapping[str, Any] | None = None,
        *,
        context: Context,
        operation_name: str | None = None,
    ) -> Result:
        """Run one operation. Never raises for anything a client can send."""
        context.translate = self.translate
        prepared = self.documents.get(document if isinstance(document, str) else document.text)
        if prepared.errors:
            return _refused(prepared.errors, context)
        assert prepared.node is not None
        outcome = execute(
            self.graphql_schema,
            prepared.node,
            variable_values=dict(variables or {}),
            operation_name=operation_name,
            context_value=context,
            middleware=[_guard],
        )
        assert isinstance(outcome, ExecutionResult)
        errors = [entry for error in outcome.errors or [] for entry in formatted(error, context)]
        return Result(data=outcome.data, errors=errors or None)

    def _prepare(self, text: str) -> Document:
        try:
            node: DocumentNode = parse(text)
        except GraphQLError as failure:
            return Document(text, errors=[failure])
        return Document(text, node=node, errors=validate(self.graphql_schema, node))


def _refused(errors: Sequence[GraphQLError], context: Context) -> Result:
    entries = [e for error in errors for e in formatted(error, context, request_error_code="GRAPHQL_VALIDATION_FAILED")]
    return Result(data=None, errors=entries, executed=False)


def _guard(following: Any, root: Any, info: Any, **arguments: Any) -> Any:
    field = info.parent_type.fields.get(info.field_name)
    if field is not None and "access" in field.extensions:
        refusals = field.extensions["access"].refusals(info.context, [root])
        if refusals:
            raise refusals[0]
    return following(root, info, **arguments)
