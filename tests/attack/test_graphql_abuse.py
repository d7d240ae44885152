"""What tools for attacking GraphQL try at any address, sent over HTTP: refused with a code and figures, never a 500."""

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from marketplace.accounts.sign_in.attempts import PER_ACCOUNT
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def sent(client: Client, document: str, **options: Any) -> Any:
    return client.post("/graphql/", {"query": document}, content_type="application/json", **options)


def nested(times: int) -> str:
    inside = "name"
    for _ in range(times):
        inside = f"parent {{ {inside} }}"
    return f"{{ categories(first: 1) {{ edges {{ node {{ {inside} }} }} }} }}"


CYCLE = "{ categories(first: 1) { edges { node { ...A } } } } fragment A on Category { ...B } "
ABUSES = {
    "a thousand aliases": "{ " + " ".join(f"a{n}: __typename" for n in range(1000)) + " }",
    "a thousand times one field": "{ " + "__typename " * 10_000 + "}",
    "a flood of directives": "{ __typename " + "@skip(if: false) " * 500 + "}",
    "a flood of unknown directives": "{ __typename " + "@aa" * 500 + " }",
    "deep": nested(40),
    "fragments in a circle": CYCLE + "fragment B on Category { ...A }",
    "introspection in a circle": "{ __schema { types { fields { type { fields { type { fields { type { fields { name "
    "} } } } } } } } } }",
    "brackets": "{ a(b: " + "[" * 20_000 + "]" * 20_000 + ") }",
    "a long document": "{ __typename } #" + "x" * 60_000,
    "many operations": " ".join(f"query Q{n} {{ __typename }}" for n in range(50)),
    "a costly list": "{ products(first: 100) { edges { node { variants { product { variants { product { variants "
    "{ product { name } } } } } } } } } }",
    "a mutation many times": "mutation { "
    + " ".join(f'm{n}: tokenVerify(token: "x") {{ isValid }}' for n in range(50))
    + " }",
}


@pytest.mark.parametrize("name", ABUSES)
def test_what_would_cost_much_is_refused_before_it_runs(client: Client, name: str) -> None:
    answer = sent(client, ABUSES[name])
    found = answer.json()
    assert answer.status_code in {200, 400}, answer.content[:300]
    assert found.get("data") is None
    assert found["errors"] and all(error["extensions"]["code"] != "INTERNAL_ERROR" for error in found["errors"])
    assert len(answer.content) < 20_000, "a refusal is no amplifier"


@pytest.mark.parametrize("body", ["[]", "[1]", '[{"query": "{ __typename }"}, {"query": "{ __typename }"}]'])
def test_a_list_of_operations_is_no_request(client: Client, body: str) -> None:
    answer = client.post("/graphql/", body, content_type="application/json")
    assert answer.status_code == 400


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"])
def test_what_a_foreign_form_can_send_changes_nothing(client: Client, kind: str) -> None:
    """A page of another site can post these without asking (CSRF): none of them is a mutation here."""
    document = 'mutation { requestPasswordReset(email: "a@example.org") { errors { code } } }'
    bodies = {
        "text/plain": json.dumps({"query": document}),
        "application/x-www-form-urlencoded": "query=" + document.replace(" ", "+"),
    }
    body = bodies.get(kind, f'--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n{document}\r\n--x--\r\n')
    assert client.post("/graphql/", body, content_type=kind).status_code in {400, 415}


def test_a_link_changes_nothing(client: Client) -> None:
    document = 'mutation { requestPasswordReset(email: "a@example.org") { errors { code } } }'
    answer = client.get("/graphql/", {"query": document}, headers={"Accept": "application/json"})
    assert answer.status_code == 405


def test_no_answer_tells_how_long_or_by_what_it_was_made(client: Client) -> None:
    answer = sent(client, "{ __typename }", headers={"X-Apollo-Tracing": "1", "X-Debug": "true"})
    assert answer.json() == {"data": {"__typename": "Query"}}
    assert not {"Server-Timing", "X-Powered-By"} & set(answer.headers)
    broken = sent(client, "{ __typename ")
    assert "Traceback" not in broken.content.decode() and ".py" not in broken.content.decode()


def test_passwords_are_not_guessed_by_aliases(client: Client) -> None:
    """Ten guesses fit into a document; they are counted one by one, so the second document runs out."""
    cache.clear()
    user = make_user(email="victim@example.org")
    guess = 'g{n}: tokenCreate(email: "victim@example.org", password: "guess-number-{n}") {{ token errors {{ code }} }}'
    codes: list[str] = []
    for _ in range(2):
        document = "mutation { " + " ".join(guess.format(n=n) for n in range(10)) + " }"
        found = sent(client, document, REMOTE_ADDR="203.0.113.77").json()["data"]
        codes += [one["errors"][0]["code"] for one in found.values()]
    cache.clear()
    assert codes == ["INVALID_CREDENTIALS"] * PER_ACCOUNT.most + ["TOO_MANY_ATTEMPTS"] * (20 - PER_ACCOUNT.most)
    assert user.check_password("x") is False


def test_the_host_header_gets_into_no_answer_and_no_letter(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "shop.example"]
    for headers in ({"host": "evil.example"}, {"host": "shop.example", "x-forwarded-host": "evil.example"}):
        answer = client.get("/en/eu/sign-in", headers=headers)
        assert "evil.example" not in answer.content.decode() + str(dict(answer.headers))


def test_an_answer_to_a_person_is_kept_by_no_cache(client: Client) -> None:
    from marketplace.accounts.tokens.issue import issue_tokens

    token = issue_tokens(make_user()).access
    url = "/graphql/?query={me{email}}"
    mine = client.get(url, headers={"Authorization": f"Bearer {token}"})
    assert "@" in mine.json()["data"]["me"]["email"]
    assert "private" in mine["Cache-Control"] or "no-store" in mine["Cache-Control"]
    assert "authorization" in mine["Vary"].lower()
    assert client.get(url).json() == {"data": {"me": None}}, "the next caller is nobody"
