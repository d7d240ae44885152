"""A guard that holds on a busy machine; `make bench` tells the true figure."""

import graphene
import pytest
from graphql import parse

from marketplace.graphql.engine import execute
from tests.bench import __main__ as bench
from tests.bench.execution import DOCUMENT, Query, leaves, measure, page
from tests.bench.row import Row


def test_the_engine_is_many_times_faster_than_graphql_core() -> None:
    ours, core = measure(rounds=10)
    assert core / ours >= 5


def test_the_page_has_500_fields() -> None:
    result = execute(graphene.Schema(query=Query).graphql_schema, parse(DOCUMENT), root_value=page())
    assert leaves(result.data) == 500


def test_rows_are_found_and_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.bench.execution.measure", lambda: (0.5, 5.0))
    for measured_for_minutes in ("statements", "search", "bulk_import", "screening", "trace", "pages"):
        monkeypatch.setattr(f"tests.bench.{measured_for_minutes}.rows", list)
    [row] = bench.measure()
    assert row == Row(row.name, 0.5, "ms", 5.0, 10.0)
    assert bench.table([row]).splitlines()[1].split()[-4:] == ["0.5", "ms", "5", "10"]
