"""Whatever anybody sends to any field of the real schema: an answer with a code, never a defect, never many queries.

`FUZZ_EXAMPLES=500` tries more of each field, at random, and delivers the events of what succeeded as well.
"""

import json
import os
from random import Random
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, reset_queries, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from graphql import GraphQLField
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from marketplace.events.deliver import deliver_pending
from marketplace.events.models import Delivery
from marketplace.schema import execute
from tests.api.hostile import Arguments
from tests.api.questions import question, refusals, root_fields
from tests.api.world import World

pytestmark = pytest.mark.django_db

LONG = int(os.environ.get("FUZZ_EXAMPLES", "0"))
EXAMPLES = LONG or 14
MOST_STATEMENTS = 250
"""An import of a few rows writes most; a question needs a tenth of it."""
FIELDS = [(kind, name) for kind in ("Query", "Mutation") for name in root_fields(kind)]
SHALLOW = {"traceCodesCreate": (0,)}
"""A thousand QR codes take seconds to draw."""
ACTORS = ["nobody", "buyer", "owner", "packer", "stranger_owner", "other_buyer", "operator", "expo_officer"]
thorough = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def answered(world: World, actor: str, document: str, variables: dict[str, Any]) -> dict[str, Any]:
    """Execute, check what holds for every answer, and undo it."""
    reset_queries()  # the log holds so many and no more; a full one would count nothing
    with transaction.atomic():
        with CaptureQueriesContext(connection) as statements:
            result = execute(document, variables, token=world.tokens[actor], client={"ip": "192.0.2.7"})
        assert not connection.needs_rollback, "the transaction was broken and nobody noticed"
        answer = result.to_dict()
        json.loads(result.to_json())
        assert len(statements) <= MOST_STATEMENTS, f"{len(statements)} statements"
        check(answer)
        if LONG:
            react()
        transaction.set_rollback(True)
    cache.clear()
    return answer


def check(answer: dict[str, Any]) -> None:
    for refusal in refusals(answer):
        assert refusal["code"], refusal
        assert refusal["code"] != "INTERNAL_ERROR", refusal
        assert refusal["message"], refusal


def react() -> None:
    """What follows from what was accepted works too."""
    for _ in range(5):
        if deliver_pending(limit=20) == 0:
            break
    assert not list(Delivery.objects.exclude(last_error="").values_list("reaction", "last_error"))


def fitting_actor(name: str, field: GraphQLField) -> str:
    """Whoever gets furthest with it."""
    rule = field.extensions["declared"].description
    if "expo.manage" in rule:
        return "expo_officer"
    if rule.startswith("permission"):
        return "operator"
    buyers = ("checkout", "order", "account", "myOrders", "me", "totp", "password", "token")
    return "buyer" if name.startswith(buyers) else "owner"


def affordable_question(kind: str, name: str, everything: bool) -> str:
    """Two levels deep, or as deep as the limits allow."""
    depths = SHALLOW.get(name, (2, 1, 0))
    documents = [question(kind, name, depth=depth, everything=everything) for depth in depths]
    return next(one for one in documents if "LIMIT_EXCEEDED" not in {r["code"] for r in refusals(_tried(one))})


def _tried(document: str) -> dict[str, Any]:
    return execute(document).to_dict()


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=[name for _, name in FIELDS])
def test_any_argument_is_answered(world: World, kind: str, name: str) -> None:
    field = root_fields(kind)[name]
    documents = {everything: affordable_question(kind, name, everything) for everything in (True, False)}

    arguments = Arguments(world, kind, name, field)

    @thorough
    @given(seed=st.integers(0, 2**40))
    def ask(seed: int) -> None:
        chance = Random(f"{name} {seed}")  # noqa: S311  # arguments, not secrets
        actor = fitting_actor(name, field) if chance.random() < 0.7 else chance.choice(ACTORS)
        variables = arguments.draw(chance)
        note(f"{actor}: {variables}")
        answered(world, actor, documents[chance.random() < 0.5], variables)

    ask()


OVER_HTTP = ["products", "order", "checkoutCreate", "sellerLogoUpdate", "productImportPreview", "me"]


@pytest.mark.parametrize("name", OVER_HTTP)
def test_any_request_over_http_is_answered(world: World, client: Client, name: str) -> None:
    kind = "Query" if name in root_fields("Query") else "Mutation"
    field = root_fields(kind)[name]
    document = question(kind, name, depth=1, everything=False)
    arguments = Arguments(world, kind, name, field)

    @thorough
    @given(seed=st.integers(0, 2**40))
    def ask(seed: int) -> None:
        chance = Random(f"{name} over http {seed}")  # noqa: S311  # arguments, not secrets
        actor, variables = chance.choice(ACTORS), arguments.draw(chance)
        note(f"{actor}: {variables}")
        with transaction.atomic():
            response = posted(client, document, variables, world.tokens[actor], chance)
            transaction.set_rollback(True)
        assert response.status_code in {200, 400}, response.content
        answer = response.json()
        assert all(error["extensions"]["code"] != "INTERNAL_ERROR" for error in answer.get("errors") or []), answer

    ask()


def posted(client: Client, document: str, variables: dict[str, Any], token: str | None, chance: Random) -> Any:
    """The request as JSON, or as a form when there is a file in it."""
    headers = {"Accept-Language": chance.choice(["", "vi", "x" * 300, "*;q=9", "zh-Hant,ja;q=.5"])}
    if token is not None:
        headers["Authorization"] = chance.choice(["Bearer", "bearer", "Bearer  "]) + " " + token
    files = {name: value for name, value in variables.items() if hasattr(value, "read")}
    plain = {name: None if name in files else value for name, value in variables.items()}
    operations = json.dumps({"query": document, "variables": plain})
    if not files:
        return client.post("/graphql/", operations, content_type="application/json", headers=headers)
    places = json.dumps({name: [f"variables.{name}"] for name in files})
    form = {"operations": operations, "map": places, **files}
    return client.post("/graphql/", form, headers={**headers, "GraphQL-Preflight": "1"})


@pytest.mark.parametrize("first", [2**31, 2**63, 2**200, -(2**80)])
def test_a_number_that_no_reader_of_json_takes_is_refused_in_one_that_does(world: World, first: int) -> None:
    document = "query($first: Int) { orders(first: $first) { edges { node { id } } } }"
    result = execute(document, {"first": first}, token=world.tokens["buyer"])
    assert [error["extensions"]["code"] for error in json.loads(result.to_json())["errors"]] == ["BAD_USER_INPUT"]


def test_the_figures_of_a_refusal_stay_readable(world: World) -> None:
    most = 2**31 - 1
    document = f"""{{ expos(first: {most}) {{ edges {{ node {{ exhibitors(first: {most}) {{ edges {{ node {{
      booths {{ hall {{ booths {{ exhibitor {{ exhibits {{ id }} }} }} }} }} }} }} }} }} }} }} }}"""
    result = execute(document)
    (error,) = json.loads(result.to_json())["errors"]
    assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert error["extensions"]["actual"] == 2**63 - 1
