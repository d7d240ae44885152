"""Runs one case through graphql-core and through the engine, and says what differs."""

from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionContext,
    ExecutionResult,
    GraphQLError,
    execute_sync,
    parse,
    print_schema,
    validate,
)

from marketplace.graphql.engine import Operation, execute, prepare
from tests.marketplace.graphql.engine.documents import DocumentMaker
from tests.marketplace.graphql.engine.recipe import Recipe, seeded
from tests.marketplace.graphql.engine.worlds import World

DOCUMENTS_PER_SCHEMA = 4
CALLS_PER_DOCUMENT = 3


class Unsorted(ExecutionContext):
    """graphql-core's executor without its sorting of errors, which fails on paths that cannot be compared."""

    @staticmethod
    def build_response(data: Any, errors: list[GraphQLError]) -> ExecutionResult:
        return ExecutionResult(data, errors or None)


@dataclass
class Case:
    world: World
    text: str
    document: DocumentNode
    operation: Operation
    variables: dict[str, Any]

    def difference(self) -> str | None:
        """None, or a report that a person can act on."""
        root = self.world.draw_root("Mutation" if self.text.startswith("mutation") else "Query")
        wanted = execute_sync(
            self.world.schema,
            self.document,
            root,
            None,
            self.variables,
            middleware=[_guard],
            execution_context_class=Unsorted,
        )
        got = execute(self.world.schema, self.operation, self.variables, root_value=root)
        if _comparable(wanted) == _comparable(got):
            return None
        return (
            f"{self.world.recipe}\n{print_schema(self.world.schema)}\n{self.text}\n{self.variables}\n"
            f"graphql-core: {wanted.data!r}\n  {_errors(wanted)}\nengine:       {got.data!r}\n  {_errors(got)}"
        )


def cases(recipe: Recipe) -> list[Case]:
    """All cases that follow from a recipe. Documents that aren't valid are left out (they are rare)."""
    world = World(recipe)
    made = []
    for number in range(DOCUMENTS_PER_SCHEMA):
        maker = DocumentMaker(world.schema, seeded(recipe.seed * 31 + number), recipe.depth)
        text = maker.document()
        document = parse(text)
        if validate(world.schema, document):
            continue
        operation = prepare(world.schema, document)  # one plan for all calls, as in production
        made += [Case(world, text, document, operation, maker.values()) for _ in range(CALLS_PER_DOCUMENT)]
    return made


def _guard(following: Any, parent: Any, info: Any, **arguments: Any) -> Any:
    """The access rules, one by one."""
    field = info.parent_type.fields.get(info.field_name)
    refusals = field.extensions["access"].refusals(info.context, [parent]) if field and field.extensions else None
    if refusals:
        raise refusals[0]
    return following(parent, info, **arguments)


def _comparable(result: ExecutionResult) -> Any:
    return _ordered(result.data), _errors(result)


def _ordered(value: Any) -> Any:
    """Data in which the order of keys counts, and 1, 1.0 and True are different."""
    if isinstance(value, dict):
        return [(key, _ordered(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [_ordered(item) for item in value]
    return repr(value)


def _errors(result: ExecutionResult) -> list[str]:
    return sorted(
        repr((e.message, e.path, e.locations, e.extensions, type(e.original_error).__name__))
        for e in result.errors or ()
    )
