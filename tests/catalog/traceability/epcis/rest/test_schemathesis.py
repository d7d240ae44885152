"""The interface under requests that schemathesis makes up from its own description: never a 500, never a surprise."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, seed, settings

from marketplace.accounts.tokens import issue_tokens
from marketplace.sellers.member import MemberRole
from tests.catalog.traceability.epcis.query.made_events import make_world
from tests.factories.sellers import make_member

if TYPE_CHECKING:
    from schemathesis import Case
    from schemathesis.core.transport import Response

LONG = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "60"))
"""Requests for each operation, with and without a token each."""


def _quiet(examples: int) -> settings:
    return settings(
        max_examples=examples, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.services
def test_no_request_makes_the_interface_fail() -> None:
    assert sum(_walk(LONG).values()) > 40 * LONG


@pytest.mark.django_db
def test_a_few_requests_to_each_operation_do_not_make_it_fail() -> None:
    answers = _walk(1)
    assert {200, 400, 404} <= set(answers)


def _walk(examples: int) -> Counter[int]:
    """How often each status was answered. Fails on a 500 and on what the description does not say."""
    import schemathesis

    world = make_world(20)
    token = issue_tokens(make_member(world.own, MemberRole.OWNER)).access
    schema = schemathesis.openapi.from_wsgi("/epcis/openapi.json", get_wsgi_application())
    answers: Counter[int] = Counter()
    for found in schema.get_all_operations():
        operation = found.ok()
        for headers in ({}, {"Authorization": f"Bearer {token}"}):
            _try(operation, examples, headers, answers)
    return answers


def _try(operation: Any, examples: int, headers: dict[str, str], answers: Counter[int]) -> None:
    @seed(20261122)
    @_quiet(examples)
    @given(case=operation.as_strategy())
    def each(case: Case) -> None:
        response: Response = case.call(headers=headers)
        answers[response.status_code] += 1
        case.validate_response(response, checks=_checks())

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
