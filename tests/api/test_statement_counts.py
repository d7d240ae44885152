"""However many rows a question meets, it takes as many SQL statements: every root query, two levels deep."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from graphql import is_required_argument

from catalog.graphql.kept_labels import forget_labels
from catalog.search.name_table import forget_names
from marketplace.schema import execute
from tests.api.growth import after_growth, grow
from tests.api.hostile import Arguments
from tests.api.questions import question, refusals, root_fields
from tests.api.world import World

pytestmark = pytest.mark.django_db

READERS = ["nobody", "buyer", "owner", "operator", "expo_officer"]
FEW, MANY = 1, 8
"""How often everything is there once more."""
Asked = tuple[str, str, bool]
"""Who asks what, and whether also for what would take its object with it when refused."""


def asked_of(world: World, reader: str, name: str, *, everything: bool) -> tuple[int, Any]:
    """The statements of a question with its necessary arguments, at most ten rows, and the data."""
    field = root_fields("Query")[name]
    wanted = {key for key, argument in field.args.items() if is_required_argument(argument)}
    wanted |= {"id"} & set(field.args)
    variables = {key: value for key, value in Arguments(world, "Query", name, field).fitting().items() if key in wanted}
    if "first" in field.args:
        wanted, variables["first"] = wanted | {"first"}, 10
    for depth in (2, 1):
        document = question("Query", name, depth=depth, everything=everything, given=wanted)
        cache.clear()
        forget_labels()
        forget_names()  # kept by time: a slow machine would read them in some rounds and not in others
        reset_queries()  # the log holds so many and no more; a full one would count nothing
        with CaptureQueriesContext(connection) as statements:
            answer = execute(document, variables, token=world.tokens[reader]).to_dict()
        codes = {refusal["code"] for refusal in refusals(answer)}
        assert "INTERNAL_ERROR" not in codes, (reader, name, answer)
        if "LIMIT_EXCEEDED" not in codes:
            break
    return len(statements), answer["data"]


def counts(world: World, readers: list[str]) -> dict[Asked, int]:
    return {
        (reader, name, everything): asked_of(world, reader, name, everything=everything)[0]
        for reader in readers
        for name in root_fields("Query")
        for everything in (True, False)
    }


def more_of(first: dict[Asked, int], second: dict[Asked, int]) -> dict[Asked, int]:
    """Asked twice: a search whose index was opened a moment ago may find, and so read, less than a moment later."""
    return {asked: max(first[asked], second[asked]) for asked in first}


@pytest.mark.parametrize(
    "readers",
    [pytest.param(["operator"], id="operator"), pytest.param(READERS, id="everybody", marks=pytest.mark.services)],
)  # everybody takes a minute of a whole core
def test_more_rows_take_no_more_statements(world: World, readers: list[str]) -> None:
    for number in range(FEW):
        grow(world, number + 1)
    after_growth()
    few = more_of(counts(world, readers), counts(world, readers))
    for number in range(FEW, MANY):
        grow(world, number + 1)
    after_growth()
    many = counts(world, readers)
    more = {asked: (few[asked], many[asked]) for asked in few if many[asked] > few[asked]}
    assert not more, "\n".join(map(str, more.items()))
