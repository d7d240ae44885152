"""Runs an SDL schema's document through both executors: what the engine answers, after checking that they agree."""

from typing import Any

from graphql import ExecutionResult, GraphQLSchema, build_schema, execute_sync, parse, validate

from marketplace.graphql.engine import execute


def schema(sdl: str, **fields: dict[str, Any]) -> GraphQLSchema:
    """`Query={"name": resolver}` puts resolvers on the fields of a type."""
    built = build_schema(sdl)
    for type_name, resolvers in fields.items():
        for name, resolver in resolvers.items():
            built.type_map[type_name].fields[name].resolve = resolver  # type: ignore[attr-defined]
    return built


def run(built: GraphQLSchema, text: str, root: Any = None, **options: Any) -> ExecutionResult:
    """The engine's answer; it is the same as graphql-core's, order of errors and of keys included."""
    document = parse(text)
    assert validate(built, document) == []
    variables = options.pop("variables", None)
    got = execute(built, document, variables, root_value=root, **options)
    wanted = execute_sync(
        built, document, root, variable_values=variables, operation_name=options.get("operation_name")
    )
    assert got == wanted, (got, wanted)
    assert repr(got.data) == repr(wanted.data)
    return got


def messages(result: ExecutionResult) -> list[tuple[str, Any]]:
    return [(error.message, error.path) for error in result.errors or ()]
