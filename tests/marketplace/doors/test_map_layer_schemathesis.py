"""The map layer under requests that schemathesis makes up from its own description: never a 500, never a surprise."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable

from tests.factories.expo import make_expo
from tests.factories.sellers import make_seller

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "12"))
QUIET = settings(
    max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Requests through WSGI end by closing the connection that the test's transaction lives in: not here."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.services
@pytest.mark.django_db
def test_no_request_makes_the_map_fail() -> None:
    import schemathesis
    from schemathesis import GenerationMode

    make_seller()
    make_expo(starts_on=date(2026, 5, 5))
    schema = schemathesis.openapi.from_wsgi("/map-layer/api", get_wsgi_application())
    answers: Counter[int] = Counter()
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]  # an error in the description fails here, as it should
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            _try(operation.as_strategy(generation_mode=mode), answers)
    assert {200, 400, 404} <= set(answers)
    assert sum(answers.values()) > 5 * EXAMPLES


def _try(cases: Any, answers: Counter[int]) -> None:
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as of_descriptions

    wanted = [
        checks.not_a_server_error,
        of_descriptions.status_code_conformance,
        of_descriptions.content_type_conformance,
        of_descriptions.response_schema_conformance,
        of_descriptions.negative_data_rejection,
    ]

    @seed(20261122)
    @QUIET
    @given(case=cases)
    def each(case: Any) -> None:
        response = case.call()
        answers[response.status_code] += 1
        case.validate_response(response, checks=wanted)

    with suppress(Unsatisfiable):  # what takes nothing cannot be asked wrongly
        each()
