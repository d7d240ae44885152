import hashlib
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.test import Client

from marketplace.graphql.http import persisted
from marketplace.graphql.http.negotiation import GRAPHQL

pytestmark = [pytest.mark.urls("tests.marketplace.graphql.http.urls"), pytest.mark.django_db]
QUERY = "{ __typename }"


@pytest.fixture(autouse=True)
def empty_store() -> None:
    cache.clear()


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def ask(client: Client, query: str | None, wanted: Any, version: Any = 1, **headers: str) -> Any:
    body = {"query": query, "extensions": {"persistedQuery": {"version": version, "sha256Hash": wanted}}}
    return client.post("/graphql/", json.dumps(body), content_type="application/json", headers=headers)


def code(response: Any) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


def test_the_protocol(client: Client) -> None:
    unknown = ask(client, None, sha256(QUERY))
    assert unknown.status_code == 200
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert code(unknown) == "PERSISTED_QUERY_NOT_FOUND"
    assert ask(client, QUERY, sha256(QUERY)).json() == {"data": {"__typename": "Query"}}
    assert ask(client, None, sha256(QUERY)).json() == {"data": {"__typename": "Query"}}
    assert ask(client, None, sha256(QUERY).upper()).json() == {"data": {"__typename": "Query"}}


def test_by_get(client: Client) -> None:
    ask(client, QUERY, sha256(QUERY))
    extensions = json.dumps({"persistedQuery": {"version": 1, "sha256Hash": sha256(QUERY)}})
    response = client.get(f"/graphql/?{urlencode({'extensions': extensions})}")
    assert response.json() == {"data": {"__typename": "Query"}}
    assert "ETag" in response


def test_a_mutation_recalled_by_get_is_still_refused(client: Client) -> None:
    mutation = "mutation { fileRead { sizes } }"
    ask(client, mutation, sha256(mutation))
    extensions = json.dumps({"persistedQuery": {"version": 1, "sha256Hash": sha256(mutation)}})
    assert client.get(f"/graphql/?{urlencode({'extensions': extensions})}").status_code == 405


def test_the_new_media_type_never_calls_a_refusal_a_success(client: Client) -> None:
    assert ask(client, None, sha256(QUERY), accept=GRAPHQL).status_code == 400


@pytest.mark.parametrize(
    ("wanted", "version", "expected"),
    [
        (sha256("other"), 1, "PERSISTED_QUERY_MISMATCH"),
        ("abc", 1, "BAD_REQUEST"),
        (7, 1, "BAD_REQUEST"),
        (None, 1, "BAD_REQUEST"),
        (sha256(QUERY) + "\n", 1, "BAD_REQUEST"),
        (sha256(QUERY), 2, "PERSISTED_QUERY_NOT_SUPPORTED"),
        (sha256(QUERY), "1", "PERSISTED_QUERY_NOT_SUPPORTED"),
        (sha256(QUERY), True, "PERSISTED_QUERY_NOT_SUPPORTED"),
    ],
)
def test_what_does_not_belong_together_is_refused_and_not_kept(
    client: Client, wanted: Any, version: Any, expected: str
) -> None:
    response = ask(client, QUERY, wanted, version)
    assert response.status_code == 400
    assert code(response) == expected
    assert code(ask(client, None, sha256(QUERY))) == "PERSISTED_QUERY_NOT_FOUND"


def test_invalid_and_long_documents_are_not_kept(client: Client) -> None:
    for document in ("{", "{ nothing }", QUERY + " " * persisted.LONGEST):
        ask(client, document, sha256(document))
        assert code(ask(client, None, sha256(document))) == "PERSISTED_QUERY_NOT_FOUND"


def test_the_store_is_bounded_and_never_answers_with_another_document(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persisted, "SLOTS", 1)
    other = "{ a: __typename }"
    ask(client, QUERY, sha256(QUERY))
    ask(client, other, sha256(other))
    assert ask(client, None, sha256(other)).json() == {"data": {"a": "Query"}}
    assert code(ask(client, None, sha256(QUERY))) == "PERSISTED_QUERY_NOT_FOUND"
