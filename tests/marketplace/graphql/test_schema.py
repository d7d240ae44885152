import threading
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.db import IntegrityError
from graphql import build_schema, get_introspection_query
from structlog.testing import capture_logs

from marketplace.graphql import ANYONE, Context, Document, Limits, ObjectType, Schema, String
from marketplace.graphql.document import DocumentCache, Prepared
from tests.marketplace.graphql.shop import Person, ask, codes, make_schema, schema


def test_the_printed_schema_is_one_and_is_valid() -> None:
    assert schema.sdl() == make_schema().sdl()
    assert build_schema(schema.sdl()).query_type is not None


def test_introspection_passes_the_limits() -> None:
    result = ask(get_introspection_query(descriptions=True, specified_by_url=True, input_value_deprecation=True))
    assert result.errors is None
    assert result.data["__schema"]["queryType"]["name"] == "Query"


def test_a_document_is_prepared_once() -> None:
    document = Document("{ mine }")
    schema.execute(document, context=Context())
    prepared = schema.prepare(document)
    assert schema.prepare("{ mine }") is prepared
    assert list(prepared.operations) == [None]


def test_the_cache_is_bounded_and_keeps_what_is_used() -> None:
    made: list[str] = []
    cache = DocumentCache(2, lambda text: made.append(text) or Prepared())  # type: ignore[func-returns-value]
    for text in ("a", "b", "a", "c", "a", "b"):
        cache.get(text)
    assert made == ["a", "b", "c", "b"]
    assert len(cache) == 2


def test_the_cache_is_safe_between_threads() -> None:
    cache = DocumentCache(5, lambda text: Prepared())
    threads = [threading.Thread(target=lambda: [cache.get(str(n % 9)) for n in range(2000)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(cache) == 5


@pytest.mark.parametrize(
    ("document", "variables", "name", "code"),
    [
        ("{", None, None, "GRAPHQL_PARSE_FAILED"),
        ("", None, None, "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", None, None, "GRAPHQL_VALIDATION_FAILED"),
        ("fragment F on Query { mine }", None, None, "GRAPHQL_VALIDATION_FAILED"),
        ("query A { mine } query B { mine }", None, None, "OPERATION_RESOLUTION_FAILURE"),
        ("query A { mine }", None, "B", "OPERATION_RESOLUTION_FAILURE"),
        ("query($t: String!) { echo(text: $t) }", {}, None, "BAD_USER_INPUT"),
        ("query($t: String!) { echo(text: $t) }", {"t": 7}, None, "BAD_USER_INPUT"),
        ("query($t: String) { echo(text: $t) }", {"t": "a\x00"}, None, "BAD_USER_INPUT"),
        ("query($t: String) { echo(text: $t) }", {"t": ["\ud800"]}, None, "BAD_USER_INPUT"),
        ('{ echo(text: "\\u0000") }', None, None, "BAD_USER_INPUT"),
        ("type T { a: Int }", None, None, "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_what_cannot_be_executed_is_refused(document: str, variables: Any, name: str | None, code: str) -> None:
    result = ask(document, variables, operation_name=name)
    assert codes(result)[0] == code
    assert not result.executed
    assert "data" not in result.to_dict()


@pytest.mark.parametrize("field", ["broken", "wrong"])
def test_a_defect_is_masked_and_logged_under_its_number(field: str) -> None:
    with capture_logs() as logs:
        result = ask(f"{{ {field} }}")
    assert result.data == {field: None}
    [error] = result.errors
    assert error["extensions"]["code"] == "INTERNAL_ERROR"
    assert "12345" not in result.to_json().decode()
    assert [entry["error_id"] for entry in logs] == [error["extensions"]["errorId"]]
    assert logs[0]["path"] == field
    assert "exc_info" not in logs[0]


def test_what_a_database_quotes_is_not_logged() -> None:
    class Query(ObjectType):
        class Meta:
            access = ANYONE

        taken = String()

        @staticmethod
        def resolve_taken(root: Any, info: Any) -> str:
            raise IntegrityError("Key (email)=(an@example.com) already exists.")

    with capture_logs() as logs:
        ask("{ taken }", schema=Schema(query=Query))
    assert logs[0]["error"] == "django.db.utils.IntegrityError"
    assert "an@example.com" not in str(logs)


def test_django_refusals_are_refusals() -> None:
    class Query(ObjectType):
        class Meta:
            access = ANYONE

        hidden = String()

        @staticmethod
        def resolve_hidden(root: Any, info: Any) -> str:
            raise DjangoPermissionDenied("internal reason")

    result = ask("{ hidden }", schema=Schema(query=Query), actor=Person())
    assert codes(result) == ["PERMISSION_DENIED"]
    assert "internal reason" not in str(result.errors)


def test_errors_are_translated() -> None:
    spoken = make_schema(translate=lambda message, params, language: f"[{language}] {message}")
    assert ask("{ mine }", schema=spoken, language="nl").errors[0]["message"] == "[nl] Please sign in first."


def test_time_is_limited() -> None:
    result = ask("{ mine }", schema=make_schema(limits=Limits(seconds=-1)), actor=Person())
    assert result.data is None
    assert result.errors[0]["extensions"] == {
        "code": "LIMIT_EXCEEDED", "name": "seconds", "limit": -1, "actual": "> -1"}  # fmt: skip
