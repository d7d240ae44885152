"""One line, one id and one figure for each request."""

import uuid

import pytest
from django.test import Client

from marketplace.observability.metrics.instruments import REGISTRY
from tests.logged_lines import logged_lines

pytestmark = pytest.mark.django_db
QUERY = {"query": "query Shops { channels { slug } }"}


def counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_a_proxys_id_is_kept_and_answered(client: Client) -> None:
    given = str(uuid.uuid4())
    with logged_lines() as lines:
        answer = client.post("/graphql/", QUERY, "application/json", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] == given
    (line,) = lines.of("request")
    assert line["request_id"] == given
    assert (line["method"], line["route"], line["status"], line["operation"]) == ("POST", "graphql/", 200, "Shops")
    assert line["statements"] >= 0 and line["milliseconds"] > 0


@pytest.mark.parametrize("given", ["", "+84 274 010 0900", "4242424242424242", "a" * 33, 'x" y', "sanne@example.org"])
def test_any_other_id_is_replaced(client: Client, given: str) -> None:
    answer = client.get("/health", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] != given
    assert len(answer.headers["X-Request-ID"]) == 32


def test_the_pattern_is_logged_and_not_the_address(client: Client) -> None:
    with logged_lines() as lines:
        client.get("/documents/a-secret-of-somebody?email=sanne@example.org")
    (line,) = lines.of("request")
    assert (line["route"], line["status"]) == ("documents/<str:token>", 404)
    assert "a-secret-of-somebody" not in lines.text and "sanne" not in lines.text


def test_requests_are_counted_by_pattern(client: Client) -> None:
    labels = {"method": "GET", "route": "documents/<str:token>", "status": "404"}
    before = counted("marketplace_request_seconds_count", **labels)
    client.get("/documents/one")
    client.get("/documents/two")
    assert counted("marketplace_request_seconds_count", **labels) == before + 2


def test_operations_of_strangers_are_counted_by_what_they_ask_first(client: Client) -> None:
    labels = {"operation": "other:channels", "kind": "query"}
    before = counted("marketplace_graphql_seconds_count", **labels)
    for name in ("One", "Two", "Three"):
        client.post("/graphql/", {"query": f"query {name} {{ channels {{ slug }} }}"}, "application/json")
    assert counted("marketplace_graphql_seconds_count", **labels) == before + 3
