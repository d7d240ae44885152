"""The public GraphQL API under documents that schemathesis makes up from its schema: never a 500.

`make attack` asks each field more often (``SCHEMATHESIS_EXAMPLES``); the suite tries a field of the queries and of the
mutations in every `STEP`, another step each week would find no more: the documents are made from one seed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings

LONG = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "0"))
STEP = 1 if LONG else 25


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
def test_no_document_makes_the_api_fail() -> None:
    import schemathesis

    schema = schemathesis.graphql.from_wsgi("/graphql/", get_wsgi_application())
    answers: Counter[str] = Counter()
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations[::STEP]:
        _try(operation, answers)
    assert len(operations) > 700
    assert sum(answers.values()) >= len(operations[::STEP])
    assert not [code for code in answers if code.startswith("5") or "INTERNAL_ERROR" in code], answers


def _try(operation: Any, answers: Counter[str]) -> None:
    @seed(20261122)
    @settings(
        max_examples=max(LONG, 1), deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def each(case: Any) -> None:
        response = case.call()
        codes = sorted({error["extensions"]["code"] for error in response.json().get("errors", ())})
        answers[f"{response.status_code} {' '.join(codes)}"] += 1
        assert response.status_code < 500 and "INTERNAL_ERROR" not in codes, (str(case.body)[:800], response.text[:800])

    each()
