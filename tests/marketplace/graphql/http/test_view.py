import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from marketplace.graphql.http import view
from marketplace.graphql.http.negotiation import GRAPHQL
from tests.marketplace.graphql.shop import schema

pytestmark = [pytest.mark.urls("tests.marketplace.graphql.http.urls"), pytest.mark.django_db]


def post(client: Client, body: Any, content_type: str = "application/json", **headers: str) -> Any:
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post("/graphql/", data, content_type=content_type, headers=headers)


def get(client: Client, parameters: dict[str, str] | list[tuple[str, str]], **headers: str) -> Any:
    return client.get(f"/graphql/?{urlencode(parameters)}", headers=headers)


def code(response: Any) -> str:
    return str(response.json()["errors"][0]["extensions"]["code"])


def test_a_post_is_answered(client: Client) -> None:
    response = post(
        client, {"query": "query Q($t: String) { echo(text: $t) }", "variables": {"t": "gốm 🏺"}, "operationName": "Q"}
    )
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Cache-Control"] == "no-store"
    assert response.json() == {"data": {"echo": "gốm 🏺"}}


def test_numbers_keep_their_digits(client: Client) -> None:
    body = '{"query": "query($a: Decimal) { echo(amount: $a) }", "variables": {"a": 0.1000000000000000055}}'
    assert code(post(client, body)) == "BAD_USER_INPUT"  # 19 digits are more than are taken
    assert post(client, body.replace("0055", "05")).json() == {"data": {"echo": "0.10000000000000005"}}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b" ", 400),
        (b"{", 400),
        (b"null", 400),
        (b'"text"', 400),
        (b"7", 400),
        (b"[]", 400),
        (b'[{"query":"{mine}"}]', 400),
        (b"{}", 400),
        (b'{"query": null}', 400),
        (b'{"query": ""}', 400),
        (b'{"query": 7}', 400),
        (b'{"query": ["{mine}"]}', 400),
        (b'{"query": "{mine}", "variables": []}', 400),
        (b'{"query": "{mine}", "variables": "{}"}', 400),
        (b'{"query": "{mine}", "operationName": 1}', 400),
        (b'{"query": "{mine}", "extensions": 1}', 400),
        (b'{"query": "{mine}", "extensions": {"persistedQuery": 1}}', 400),
        (b'{"query": "{mine}", "variables": {"a": NaN}}', 400),
        (b'{"query": "{mine}", "variables": {"a": 1e999}}', 200),
        (b"\xff\xfe{\x00}\x00", 400),
        (b'{"query": "\xff"}', 400),
        (b"[" * 90_000, 400),
        (b'{"a":' * 20_000, 400),
        (b'{"query": "{mine}", "variables": {"a": ' + b"9" * 5_000 + b"}}", 400),
        (b'\xef\xbb\xbf{"query": "{ __typename }"}', 200),
        (b'{"query": "{ __typename }", "unknown": 1}', 200),
        (b'{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": null}', 200),
        (b'{"query": "{ echo(text: \\"\\ud83d\\") }"}', 200),
    ],
)
def test_malformed_requests_are_refused(client: Client, body: bytes, status: int) -> None:
    response = post(client, body)
    assert response.status_code == status
    assert set(response.json()) <= {"data", "errors"}
    if status == 400:
        assert "data" not in response.json()


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/graphql",
        "application/jsonx",
        "multipart/mixed",
        "application/json; charset=utf-16",
        "application/json; charset=latin-1",
    ],
)
def test_other_content_types_are_refused(client: Client, content_type: str) -> None:
    """Among them all that a foreign page may send without asking."""
    response = post(client, '{"query": "{ __typename }"}', content_type)
    assert response.status_code == 415
    assert code(response) == "UNSUPPORTED_MEDIA_TYPE"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    response = getattr(client, method)("/graphql/")
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_options_and_head(client: Client) -> None:
    assert client.options("/graphql/").status_code == 204
    response = client.head("/graphql/?query={__typename}")
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Length"] == str(len(client.get("/graphql/?query={__typename}").content))


def test_only_known_answers_are_acceptable(client: Client) -> None:
    response = post(client, {"query": "{ __typename }"}, accept="text/csv")
    assert response.status_code == 406
    assert code(response) == "NOT_ACCEPTABLE"


@pytest.mark.parametrize(
    ("query", "legacy", "modern"),
    [
        ("{ __typename }", 200, 200),
        ("{ mine }", 200, 200),
        ("{ broken }", 200, 200),
        ("{", 200, 400),
        ("{ nothing }", 200, 400),
        ("query($a: Int!) { wares(first: $a) { id } }", 200, 400),
        ("{ a: mine " * 2, 200, 400),
    ],
)
def test_the_media_type_decides_about_the_status(client: Client, query: str, legacy: int, modern: int) -> None:
    assert post(client, {"query": query}, accept="application/json").status_code == legacy
    response = post(client, {"query": query}, accept=GRAPHQL)
    assert response.status_code == modern
    assert response["Content-Type"] == f"{GRAPHQL}; charset=utf-8"
    assert ("data" in response.json()) == (modern == 200)


def test_get_is_for_queries(client: Client) -> None:
    assert get(client, {"query": "query($t: String) { echo(text: $t) }", "variables": '{"t": "a"}'}).json() == {
        "data": {"echo": "a"}
    }
    for name in ("", "M"):
        document = f"mutation {name} {{ fileRead {{ sizes }} }}"
        response = get(client, {"query": document, "operationName": name})
        assert response.status_code == 405
        assert response["Allow"] == "POST"
    both = "query Q { __typename } mutation M { fileRead { sizes } }"
    assert get(client, {"query": both, "operationName": "M"}).status_code == 405
    assert get(client, {"query": both, "operationName": "Q"}).status_code == 200
    assert code(get(client, {"query": both})) == "OPERATION_RESOLUTION_FAILURE"


@pytest.mark.parametrize(
    "parameters",
    [
        [],
        [("query", "")],
        [("query", "{mine}"), ("query", "{mine}")],
        [("query", "{mine}"), ("variables", "[")],
        [("query", "{mine}"), ("variables", "7")],
        [("query", "{mine}"), ("extensions", "[]")],
        [("variables", "{}")],
    ],
)
def test_malformed_gets_are_refused(client: Client, parameters: list[tuple[str, str]]) -> None:
    assert get(client, parameters).status_code == 400


def test_a_defect_outside_of_the_resolvers_is_masked(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "prepare", lambda document: 1 / 0)
    response = get(client, {"query": "{ mine }"})
    assert response.status_code == 500
    assert code(response) == "INTERNAL_ERROR"
    assert "division" not in response.content.decode()


def test_cookies_count_for_nothing(client: Client) -> None:
    client.cookies["sessionid"] = "1"
    client.cookies["Authorization"] = "Bearer 1"
    strict = Client(enforce_csrf_checks=True)
    assert code(post(client, {"query": "{ mine }"})) == "UNAUTHENTICATED"
    assert post(strict, {"query": "{ mine }"}, authorization="Bearer 3").json() == {"data": {"mine": "yours, 3"}}


def test_a_token_that_is_not_valid_is_refused_at_the_door(client: Client) -> None:
    response = post(client, {"query": "{ __typename }"}, authorization="Bearer stolen")
    assert response.status_code == 401
    assert code(response) == "UNAUTHENTICATED"


def test_large_requests_are_refused_unread(client: Client) -> None:
    response = post(client, {"query": "{ __typename }", "variables": {"a": "x" * 100_000}})
    assert response.status_code == 413
    assert code(response) == "REQUEST_TOO_LARGE"
    assert client.post("/graphql/", b"{}", content_type="application/json", CONTENT_LENGTH="many").status_code == 400
    assert client.post("/graphql/", b"{}", content_type="application/json", CONTENT_LENGTH="9" * 30).status_code == 413


def test_public_reads_can_be_kept(client: Client) -> None:
    response = get(client, {"query": "{ wares { id } }"})
    tag = response["ETag"]
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Vary"] == "Accept, Accept-Language, Authorization"
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = get(client, {"query": "{ wares { id } }"}, **{"if-none-match": given})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert get(client, {"query": "{ wares { name } }"}, **{"if-none-match": tag}).status_code == 200
    assert get(client, {"query": "{ wares { id } }"}, accept=GRAPHQL)["ETag"] != tag


def test_private_and_failed_reads_are_not_kept(client: Client) -> None:
    for response in (
        get(client, {"query": "{ wares { id } }"}, authorization="Bearer 1"),
        get(client, {"query": "{ mine }"}),
        get(client, {"query": "{"}),
        get(client, {}),
    ):
        assert response["Cache-Control"] == "no-store"
        assert "ETag" not in response


def test_people_get_the_explorer(client: Client) -> None:
    response = client.get(
        "/graphql/?query=%22%3E%3Cscript%3Ealert(1)</script>", headers={"accept": "text/html,*/*;q=0.8"}
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/html")
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert 'data-endpoint="/graphql/"' in page
    assert "alert(1)" not in page
    assert "/static/marketplace_graphql/explorer.js" in page
    assert "http:" not in page
    assert "https:" not in page


def test_the_explorers_files_are_there() -> None:
    folder = Path(view.__file__).parent.parent / "static" / "marketplace_graphql"
    for name in ("explorer.js", "explorer.css", "complete.js", "docs.js", "history.js", "send.js"):
        text = (folder / name).read_text()
        assert "innerHTML" not in text
        assert "://" not in text
