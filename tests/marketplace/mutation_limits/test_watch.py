"""Whoever bothers others or guesses is stopped; others are not, and nothing of it is done."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.mutation_limits.table import LIMITS, TRIES
from marketplace.schema import execute, schema
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
GUESS = 'mutation { checkoutAddPromoCode(id: "Q2hlY2tvdXQ6MQ==", promoCode: "X") { errors { code } } }'


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def answer(document: str = GUESS, *, ip: str = "", user: User | None = None) -> dict[str, Any]:
    token = make_access_token(user) if user is not None else None
    return execute(document, client={"ip": ip}, token=token).to_dict()


def code(found: dict[str, Any]) -> str:
    return str(found["errors"][0]["extensions"]["code"]) if found.get("errors") else ""


def test_who_guesses_is_stopped_and_told_when_to_come_back() -> None:
    for _ in range(TRIES.most):
        assert code(answer(ip="203.0.113.4")) == ""
    refused = answer(ip="203.0.113.4")
    assert code(refused) == "TOO_MANY_REQUESTS"
    assert 0 < refused["errors"][0]["extensions"]["seconds"] <= 900
    assert "min" in refused["errors"][0]["message"]
    assert code(answer(ip="203.0.113.5")) == "", "a neighbour is another"
    assert code(answer(ip="203.0.113.4", user=make_user())) == "", "who is signed in is a person, not an address"


def test_an_alias_is_a_guess_as_well() -> None:
    guesses = " ".join(
        f'g{n}: checkoutAddPromoCode(id: "Q2hlY2tvdXQ6MQ==", promoCode: "X{n}") {{ errors {{ code }} }}'
        for n in range(10)
    )
    found = [answer(f"mutation {{ {guesses} }}", ip="203.0.113.6") for _ in range(4)]
    assert [len(one.get("errors", ())) for one in found] == [0, 0, 0, 10]


def test_another_address_does_not_free_a_person() -> None:
    user = make_user()
    codes = [code(answer(ip=f"203.0.113.{n}", user=user)) for n in range(TRIES.most + 1)]
    assert codes[-1] == "TOO_MANY_REQUESTS" and set(codes[:-1]) == {""}


def test_this_machine_itself_is_nobody() -> None:
    assert {code(answer(ip=ip)) for ip in ("", "127.0.0.1", "::1") for _ in range(TRIES.most + 1)} == {""}


def test_the_table_names_mutations_that_there_are() -> None:
    mutation = schema.graphql_schema.mutation_type
    assert mutation is not None
    assert LIMITS.keys() <= mutation.fields.keys()
