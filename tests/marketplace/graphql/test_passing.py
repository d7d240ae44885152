"""What passes by itself is said so, in the reader's language, and to programs by a code."""

import errno
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from django.test import Client

from marketplace.graphql.passing import is_passing

AWAY = OperationalError("the connection is lost; user 'sanne@example.org'")


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (AWAY, True),
        (InterfaceError("connection already closed"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.ENOENT, "No such file"), False),
        (IntegrityError("duplicate"), False),
        (ValueError("no"), False),
    ],
)
def test_what_passes(error: Exception, passes: bool) -> None:
    assert is_passing(error) is passes


@pytest.mark.django_db
def test_a_resolver_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.models.query.QuerySet._fetch_all", _fail)
    monkeypatch.setattr("marketplace.written_once.fetched", _fail)
    answer = client.post(
        "/graphql/", {"query": "{ channels { slug } }"}, "application/json", headers={"Accept-Language": "nl"}
    )
    [error] = answer.json()["errors"]
    assert error["extensions"] == {"code": "SERVICE_UNAVAILABLE", "retryAfter": 5}
    assert "sanne" not in error["message"] and "niets" in error["message"]


@pytest.mark.django_db
def test_a_request_that_fails_before_any_resolver(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marketplace.graphql.http.view.document_of", _fail)
    answer = client.post("/graphql/", {"query": "{ channels { slug } }"}, "application/json")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json()["errors"][0]["extensions"]["code"] == "SERVICE_UNAVAILABLE"


@pytest.mark.django_db
def test_a_page_whose_questions_are_not_answered(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    away = SimpleNamespace(data=None, errors=[{"message": "", "extensions": {"code": "SERVICE_UNAVAILABLE"}}])
    monkeypatch.setattr("frontend.api.send", lambda *_given: away)
    answer = client.get("/nl/eu/products/ghe")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "<h1>" in answer.content.decode()


def _fail(*_given: Any, **_named: Any) -> None:
    raise AWAY
