"""What resolvers raise or return instead of values."""

from typing import Any

import pytest
from graphql import ExecutionResult, GraphQLError, parse

from marketplace.graphql.batching import batch
from marketplace.graphql.engine import AwaitableResult, BatchLengthMismatch, execute
from tests.marketplace.graphql.engine.run import messages, run, schema

SDL = "type Query { a: String b: [String] c: Int many: [Item!] } type Item { n: Int m: Int }"


def _raise(error: Exception) -> Any:
    def resolve(_parent: Any, _info: Any) -> Any:
        raise error

    return resolve


def _only_error(result: ExecutionResult) -> GraphQLError:
    assert result.errors is not None
    [error] = result.errors
    return error


def test_the_original_error_and_its_extensions_are_kept() -> None:
    raised = GraphQLError("no", extensions={"code": "NO"})
    error = _only_error(run(schema(SDL, Query={"a": _raise(raised)}), "{ a }"))
    assert error.original_error is raised
    assert error.extensions == {"code": "NO"}
    assert error.path == ["a"]


def test_any_exception_is_an_error_of_its_field_alone() -> None:
    result = run(schema(SDL, Query={"a": _raise(KeyError("k"))}), "{ a c }", {"c": 3})
    assert result.data == {"a": None, "c": 3}
    assert isinstance(_only_error(result).original_error, KeyError)


def test_a_returned_exception_counts_as_raised() -> None:
    result = run(schema(SDL), "{ a b }", {"a": ValueError("returned"), "b": ["x", ValueError("item")]})
    assert result.data == {"a": None, "b": ["x", None]}
    assert messages(result) == [("returned", ["a"]), ("item", ["b", 1])]


def test_a_merged_field_is_located_everywhere_it_is_asked_for() -> None:
    error = _only_error(run(schema(SDL, Query={"a": _raise(ValueError("x"))}), "{ a ... { a } }"))
    assert [tuple(location) for location in error.locations or ()] == [(1, 3), (1, 11)]


def test_values_that_do_not_serialize() -> None:
    result = run(schema(SDL), "{ a b c }", {"a": b"", "b": ["x", {}], "c": 2**31})
    assert result.data == {"a": None, "b": ["x", None], "c": None}
    assert len(result.errors or ()) == 3


def test_a_coroutine_is_refused_clearly() -> None:
    async def resolve(_parent: Any, _info: Any) -> str:
        return "never"

    built = schema(SDL, Query={"a": resolve})
    result = execute(built, parse("{ a }"))
    error = _only_error(result)
    assert isinstance(error.original_error, AwaitableResult)
    assert error.message == "The resolver of 'Query.a' returned an awaitable; this executor is synchronous."


@pytest.mark.parametrize("answer", [[], [1], [1, 2, 3]])
def test_a_batch_of_the_wrong_length_fails_for_all(answer: list[int]) -> None:
    built = schema(SDL, Item={"n": batch(lambda parents, info: answer)})
    result = execute(built, parse("{ many { n m } }"), root_value={"many": [{"m": 1}, {"m": 2}]})
    assert result.data == {"many": [{"n": None, "m": 1}, {"n": None, "m": 2}]}
    assert [type(error.original_error) for error in result.errors or ()] == [BatchLengthMismatch] * 2


def test_a_batch_that_raises_fails_for_all_and_an_element_only_for_itself() -> None:
    def halves(parents: list[Any], _info: Any) -> list[Any]:
        return [ValueError("odd") if parent["m"] % 2 else parent["m"] // 2 for parent in parents]

    built = schema(SDL, Item={"n": batch(halves), "m": batch(_raise(RuntimeError("all")))})
    result = run(built, "{ many { n m } }", {"many": [{"m": 4}, {"m": 5}]})
    assert result.data == {"many": [{"n": 2, "m": None}, {"n": None, "m": None}]}
    assert messages(result) == [("odd", ["many", 1, "n"]), ("all", ["many", 0, "m"]), ("all", ["many", 1, "m"])]


def test_errors_with_paths_that_cannot_be_compared_do_not_break_the_answer() -> None:
    refused = [GraphQLError("x", path=["a", 1]), GraphQLError("x", path=["a", "b"])]
    result = execute(schema(SDL), parse("{ b }"), root_value={"b": refused})
    assert result.data == {"b": [None, None]}
    assert len(result.errors or ()) == 2
