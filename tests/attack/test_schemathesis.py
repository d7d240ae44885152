"""The public GraphQL API under documents that schemathesis makes up from its schema: never a 500.

`make attack` asks each field of queries and mutations (``SCHEMATHESIS_EXAMPLES`` times, for at most ``MOST_SECONDS`` of
this process each): too long for the suite, where `tests/api/test_hostile_input.py` puts hostile values into every
argument. All of them are asked, whatever the first ones answered; ``KEEP=1`` writes down what came of it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, Phase, given, seed, settings, strategies

from marketplace.schema import schema as api

LONG = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "0"))
MOST_SECONDS = 20.0
KEPT = Path(__file__).resolve().parents[2] / "infra" / "security" / "generated-requests.md"


@dataclass
class Seen:
    fields: int = 0
    cut_short: list[str] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


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

    _name_scalars()
    monkeypatch.setattr(api, "limits", replace(api.limits, seconds=600))  # the schema is asked for as a whole
    schema = schemathesis.graphql.from_wsgi("/graphql/", get_wsgi_application())
    seen = Seen()
    for found in schema.get_all_operations():
        _try(found.ok(), seen)
    if os.environ.get("KEEP"):
        KEPT.write_text(_text(seen))
    assert seen.fields > 700
    assert sum(seen.answers.values()) >= seen.fields
    assert not seen.failures, "\n".join(seen.failures[:20])


def _name_scalars() -> None:
    """The schema's own scalars, from values that are right to such as no reader of them may trip over."""
    from schemathesis.graphql import nodes, scalar

    words, numbers = strategies.text(max_size=40), strategies.decimals(allow_nan=False, allow_infinity=False).map(str)
    codes = strategies.sampled_from(["NL", "VN", "DE", "XX", "nl", ""])
    known = {
        "CountryCode": codes | words,
        "Decimal": numbers,
        "PositiveDecimal": numbers,
        "JSON": words,
        "JSONString": words | strategies.sampled_from(["{}", "[]", "null", "[[[["]),
        "Upload": words,
    }
    for name, values in known.items():
        scalar(name, values.map(nodes.String))


def _try(operation: Any, seen: Seen) -> None:
    began, asked = process_time(), 0

    @seed(20261122)
    @settings(
        max_examples=LONG, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def each(case: Any) -> None:
        nonlocal asked
        if asked and process_time() - began > MOST_SECONDS:
            return
        asked += 1
        _ask(operation.label, case, seen)

    each()
    seen.fields += 1
    if asked and process_time() - began > MOST_SECONDS:
        seen.cut_short.append(operation.label)


def _ask(label: str, case: Any, seen: Seen) -> None:
    response = case.call()
    codes = sorted({error["extensions"]["code"] for error in response.json().get("errors", ())})
    seen.answers[f"{response.status_code} {' '.join(codes)}".strip()] += 1
    if response.status_code >= 500 or "INTERNAL_ERROR" in codes:
        seen.failures.append(f"{label}: {str(case.body)[:600]} -> {response.text[:400]}")


def _text(seen: Seen) -> str:
    rows = "\n".join(f"| {answer} | {number:,} |" for answer, number in seen.answers.most_common())
    cut = ", ".join(seen.cut_short) or "none"
    return f"""# Requests that were made up from the schema

`make attack-graphql EXAMPLES={LONG} KEEP=1`, {datetime.now(UTC):%Y-%m-%d}, {connection.vendor}: schemathesis asked each of the {seen.fields} fields of queries and mutations, by nobody who
is signed in, up to {LONG} times.

| | |
|---|--:|
| requests | {sum(seen.answers.values()):,} |
| fields that had their time before their number | {cut} |
| **answers of 500 or `INTERNAL_ERROR`** | **{len(seen.failures)}** |

| answer | how often |
|---|--:|
{rows}
"""  # noqa: E501  # a line of the page that is written, with its command
