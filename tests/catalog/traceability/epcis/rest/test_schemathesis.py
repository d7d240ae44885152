"""The interface under requests that schemathesis makes up from its own description: never a 500, never a surprise."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable

from marketplace.accounts.tokens import issue_tokens
from tests.catalog.traceability.epcis.query.made_events import make_world

if TYPE_CHECKING:
    from schemathesis import Case
    from schemathesis.core.transport import Response

LONG = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "4"))
"""Requests to each operation, as described and not as described, with and without a token each."""


def _quiet(examples: int) -> settings:
    return settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
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
def test_no_request_makes_the_interface_fail(record_property: Callable[[str, object], None]) -> None:
    answers = _walk(LONG)
    record_property("answers", dict(sorted(answers.items())))
    assert {200, 204, 400, 401, 404} <= set(answers)
    assert sum(answers.values()) > 100 * LONG


def _walk(examples: int) -> Counter[int]:
    """How often each status was answered. Fails on a 500 and on what the description does not say."""
    import schemathesis
    from schemathesis import GenerationMode

    world = make_world(20)
    token = issue_tokens(world.manager).access
    schema = schemathesis.openapi.from_wsgi("/epcis/openapi.json", get_wsgi_application())
    answers: Counter[int] = Counter()
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]  # an error in the description fails here, as it should
        for headers in ({}, {"Authorization": f"Bearer {token}"}):
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _try(operation.as_strategy(generation_mode=mode), examples, headers, answers)
    return answers


def _try(cases: Any, examples: int, headers: dict[str, str], answers: Counter[int]) -> None:
    @seed(20261122)
    @_quiet(examples)
    @given(case=cases)
    def each(case: Case[Any]) -> None:
        response: Response = case.call(headers=headers)
        answers[response.status_code] += 1
        case.validate_response(response, checks=_checks())

    with suppress(Unsatisfiable):  # what takes nothing cannot be asked wrongly
        each()


def _checks() -> list[Any]:
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as of_descriptions

    return [
        checks.not_a_server_error,
        of_descriptions.status_code_conformance,
        of_descriptions.content_type_conformance,
        of_descriptions.response_headers_conformance,
        of_descriptions.response_schema_conformance,
    ]
