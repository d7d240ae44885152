"""The public GraphQL API under documents that schemathesis makes up from its schema: never a 500.

`make attack` asks each field of queries and mutations (``SCHEMATHESIS_EXAMPLES`` times): too long for the suite, where
`tests/api/test_hostile_input.py` puts hostile values into every argument.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings

from marketplace.schema import schema as api

LONG = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "0"))


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
@pytest.mark.skipif(not LONG, reason="only on request: make attack")
def test_no_document_makes_the_api_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    import schemathesis

    monkeypatch.setattr(api, "limits", replace(api.limits, seconds=600))  # the schema is asked for as a whole
    schema = schemathesis.graphql.from_wsgi("/graphql/", get_wsgi_application())
    answers: Counter[str] = Counter()
    operations = [found.ok() for found in schema.get_all_operations()]
    for operation in operations:
        _try(operation, answers)
    assert len(operations) > 700
    assert sum(answers.values()) >= len(operations)
    assert not [code for code in answers if code.startswith("5") or "INTERNAL_ERROR" in code], answers


def _try(operation: Any, answers: Counter[str]) -> None:
    @seed(20261122)
    @settings(
        max_examples=LONG, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def each(case: Any) -> None:
        response = case.call()
        codes = sorted({error["extensions"]["code"] for error in response.json().get("errors", ())})
        answers[f"{response.status_code} {' '.join(codes)}"] += 1
        assert response.status_code < 500 and "INTERNAL_ERROR" not in codes, (str(case.body)[:800], response.text[:800])

    each()
