"""The door of the EPCIS interface: tokens, limits of bodies, methods, and that no failure is shown."""

from typing import Any

import pytest
from django.test import Client

from catalog.traceability.epcis.rest.capture_limits import FILE_SIZE_LIMIT
from marketplace.accounts.tokens import issue_tokens
from marketplace.doors import epcis as door
from tests.factories.epcis import CONTEXT, event_document
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db


def test_a_token_is_who_asks_and_a_cookie_is_nobody(client: Client) -> None:
    token = issue_tokens(make_member(make_seller())).access
    event = {"@context": CONTEXT, **event_document()}
    post: dict[str, Any] = {"data": event, "content_type": "application/json"}
    for headers in ({}, {"Authorization": f"Basic {token}"}, {"Authorization": "Bearer wrong"}):
        refused = client.post("/epcis/events", headers=headers, **post)
        assert (refused.status_code, refused["WWW-Authenticate"]) == (401, 'Bearer realm="EPCIS"')
    made = client.post("/epcis/events", headers={"Authorization": f"Bearer {token}"}, **post)
    assert made.status_code == 201
    assert made["Cache-Control"] == "private, no-store"
    assert "Set-Cookie" not in made


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(client: Client) -> None:
    answered = client.post("/epcis/capture", b" " * (FILE_SIZE_LIMIT + 1), "application/json")
    assert answered.status_code == 413
    assert answered.json()["type"] == "epcisException:CaptureLimitExceededException"
    assert answered["GS1-EPCIS-Capture-File-Size-Limit"] == str(FILE_SIZE_LIMIT)


def test_head_is_get_without_its_body(client: Client) -> None:
    answered = client.head("/epcis/events/urn:x:none")
    assert (answered.status_code, answered.content) == (404, b"")


def test_a_failure_is_told_as_one_and_nothing_more(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(request: Any) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(door, "answer", fail)
    answered = client.get("/epcis/events/x")
    assert (answered.status_code, answered.json()["type"]) == (500, "epcisException:ImplementationException")
    assert b"secret" not in answered.content
