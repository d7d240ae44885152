"""Whatever is sent, the answer is an answer: nothing raises, nothing is a defect, nothing takes long."""

import json
import time
from typing import Any

import orjson
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.graphql import Context
from tests.marketplace.graphql.shop import schema

WORDS = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "!",
    "...",
    ":",
    "=",
    "$a",
    "$b",
    "@skip",
    "@include",
    "on",
    "query",
    "mutation",
    "subscription",
    "fragment",
    "F",
    "G",
    "Ware",
    "Query",
    "mine",
    "ware",
    "wares",
    "id",
    "secret",
    "siblings",
    "echo",
    "text",
    "first",
    "limit",
    "messages",
    "edges",
    "node",
    "after",
    "__typename",
    "__schema",
    "types",
    "name",
    "if",
    "true",
    "null",
    '"x"',
    '"""y"""',
    "7",
    "-1",
    "1e400",
    "99999999999999999999",
    "Int",
    "String",
    "#c\n",
    ",",
    "\ufeff",
    "\x00",
    "\ud800",
    '"',
]
documents = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=60)
values: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
quick = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def defects(answer: Any) -> list[Any]:
    """Errors that say it was us; the field `broken` of the test schema is not among the words."""
    return [e for e in answer.get("errors") or [] if e["extensions"]["code"] == "INTERNAL_ERROR"]


@pytest.mark.django_db
@quick
@given(document=documents, variables=st.dictionaries(st.sampled_from(["a", "b"]), values, max_size=2))
def test_any_document_is_answered(document: str, variables: dict[str, Any]) -> None:
    started = time.monotonic()
    result = schema.execute(document, variables, context=Context())
    answer = result.to_dict()
    assert not defects(answer)
    assert ("data" in answer) == result.executed
    orjson.loads(result.to_json().decode("utf-8"))
    assert time.monotonic() - started < 10


VALID = [
    "query($v: {type}) {{ echo(text: $v) }}",
    "query($v: {type}) {{ echo(amount: $v) }}",
    "query($v: {type}) {{ echo(at: $v) }}",
    "query($v: {type}) {{ ware(id: $v) {{ id }} }}",
    "query($v: {type}) {{ wares(first: $v) {{ siblings(limit: $v) {{ id }} }} }}",
    "query($v: {type}) {{ messages(first: $v) {{ totalCount }} }}",
    "query($v: {type}) {{ messages(after: $v) {{ edges {{ cursor }} }} }}",
    "query($v: {type}) {{ ranked(after: $v) {{ edges {{ cursor }} }} }}",
    "query($v: {type}) {{ messages(nameIs: $v) {{ edges {{ cursor }} }} }}",
]


@pytest.mark.django_db
@quick
@given(
    template=st.sampled_from(VALID),
    type_=st.sampled_from(["String", "Int", "ID!", "Decimal", "DateTime"]),
    value=values,
)
def test_any_variable_is_answered(template: str, type_: str, value: Any) -> None:
    result = schema.execute(template.format(type=type_), {"v": value}, context=Context())
    assert not defects(result.to_dict()), result.errors


@pytest.mark.urls("tests.marketplace.graphql.http.urls")
@pytest.mark.django_db
@quick
@given(
    body=st.binary(max_size=80) | values.map(lambda value: json.dumps(value).encode()),
    content_type=st.sampled_from(
        ["application/json", "application/json;charset=utf-8", "multipart/form-data; boundary=x", "x/y"]
    ),
    accept=st.sampled_from(["*/*", "application/graphql-response+json"])
    | st.text(st.characters(codec="ascii"), max_size=20),
)
def test_any_body_is_answered(client: Client, body: bytes, content_type: str, accept: str) -> None:
    accept = "".join(character for character in accept if character.isprintable())
    headers = {"accept": accept, "graphql-preflight": "1"}
    response = client.post("/graphql/", body, content_type=content_type, headers=headers)
    assert response.status_code in {200, 400, 406, 413, 415}
    assert not defects(response.json())
