"""The engine against graphql-core on generated schemas, documents, variables and data, failing ones included.

`GRAPHQL_DIFFERENTIAL_CASES=100000 pytest tests/marketplace/graphql/engine/test_differential.py` compares as many cases.
"""

import os
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from marketplace.graphql.engine import execute
from marketplace.graphql.engine import resolve as resolving
from marketplace.graphql.engine.kinds import Failed
from marketplace.graphql.engine.propagate import Bubble, Propagation
from tests.marketplace.graphql.engine.comparison import CALLS_PER_DOCUMENT, DOCUMENTS_PER_SCHEMA, cases
from tests.marketplace.graphql.engine.recipe import Recipe, recipes

CASES = int(os.environ.get("GRAPHQL_DIFFERENTIAL_CASES", "2000"))


def test_same_data_and_same_errors_as_graphql_core() -> None:
    compared = 0

    @settings(
        max_examples=CASES // (CALLS_PER_DOCUMENT * DOCUMENTS_PER_SCHEMA) + CASES // 50,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(recipes)
    def compare(recipe: Recipe) -> None:
        nonlocal compared
        for case in cases(recipe):
            difference = case.difference()
            assert difference is None, difference
            compared += 1

    compare()
    assert compared >= CASES


def test_the_cases_are_worth_comparing() -> None:
    """Among a few hundred there are errors, nulls from below, fragments, variables and refusals of every kind."""
    texts, errors, dropped = [], [], 0
    for seed in range(60):
        for case in cases(Recipe(seed)):
            result = _engine_result(case)
            texts.append(case.text)
            errors += [error.message for error in result.errors or ()]
            dropped += result.data is None
    text, messages = "\n".join(texts), "\n".join(errors)
    for sign in ("fragment F", "... on I", "... on U", "@skip(if: $c", "@include(if: true)", "mutation Op", "$v"):
        assert sign in text
    for sign in ("Cannot return null", "Expected Iterable", "not allowed", "Abstract type", "cannot serialize"):
        assert sign in messages
    assert 0 < dropped < len(texts) / 2


def _first_difference(limit: int) -> int | None:
    """How many cases it takes to find a difference."""
    number = count(1)
    for seed in range(10_000):
        for case in cases(Recipe(seed)):
            found = next(number)
            if case.difference() is not None:
                return found
            if found >= limit:
                return None
    return None


def _no_bubbling(self: Propagation, field: Any, shape: Any, value: Any, trail: Any) -> Any:
    try:
        error = self._failure(field, shape, value, trail)
    except Bubble as bubble:
        error = bubble.error
    if error is not None:
        self.errors.append(error)
        return None
    return value


def _siblings_not_abandoned(self: Propagation, selection: Any, completed: dict[str, Any], trail: Any = ()) -> None:
    bubbles = []
    for field in selection.fields:
        try:
            if field in self._walked:
                self.field(field, completed, trail)
        except Bubble as bubble:
            bubbles.append(bubble)
    self.errors += [later.error for later in bubbles[1:]]
    if bubbles:
        raise bubbles[0]


def _partial_lists_forgotten(self: Propagation, field: Any, shape: Any, value: Any, trail: Any) -> Any:
    if type(value) is Failed:
        value.partial = None
    return _failure(self, field, shape, value, trail)


def _everybody_allowed(execution: Any, field: Any, parents: Any, arguments: Any, places: Any) -> Any:
    return resolving._values(execution, field, parents, arguments, places)


_failure = Propagation._failure


@pytest.mark.parametrize(
    ("target", "name", "broken"),
    [
        (Propagation, "_position", _no_bubbling),
        (Propagation, "fields", _siblings_not_abandoned),
        (Propagation, "_failure", _partial_lists_forgotten),
        (resolving, "_allowed_values", _everybody_allowed),
    ],
    ids=["null bubbling", "abandoned siblings", "errors of broken lists", "access"],
)
def test_a_broken_engine_is_found(monkeypatch: pytest.MonkeyPatch, target: Any, name: str, broken: Any) -> None:
    monkeypatch.setattr(target, name, broken)
    assert _first_difference(limit=1500) is not None


def _engine_result(case: Any) -> Any:
    return execute(case.world.schema, case.operation, case.variables, root_value=case.world.draw_root("Query"))
