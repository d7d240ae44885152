"""A kept document is lighter, and errors say as before where they happened."""

from typing import Any

from graphql import GraphQLField, GraphQLInt, GraphQLObjectType, GraphQLSchema, execute_sync, parse, print_ast
from graphql.language import TokenKind

from marketplace.graphql.kept_node import without_tokens

TEXT = """query Shop($first: Int!) {
  one: broken
  two: broken(first: $first)
}"""


def _fail(*_args: Any, **_kwargs: Any) -> int:
    raise RuntimeError("out of stock")


SCHEMA = GraphQLSchema(GraphQLObjectType("Query", {"broken": GraphQLField(GraphQLInt, resolve=_fail)}))


def test_it_says_the_same() -> None:
    assert print_ast(without_tokens(parse(TEXT))) == print_ast(parse(TEXT))


def test_errors_of_an_execution_still_say_where() -> None:
    found = [
        [(place.line, place.column) for place in error.locations or []]
        for error in execute_sync(SCHEMA, without_tokens(parse(TEXT)), variable_values={"first": 1}).errors or []
    ]
    assert found == [[(2, 3)], [(3, 3)]]


def test_a_wrong_variable_is_still_pointed_at() -> None:
    [error] = execute_sync(SCHEMA, without_tokens(parse(TEXT)), variable_values={}).errors or []
    assert [(place.line, place.column) for place in error.locations or []] == [(1, 12)]


def test_the_tokens_are_gone() -> None:
    document = without_tokens(parse(TEXT))
    [operation] = document.definitions
    assert document.loc is not None and operation.loc is not None
    assert {document.loc.start_token.kind, operation.loc.end_token.kind} == {TokenKind.SOF}
    assert document.loc.end_token.prev is None
