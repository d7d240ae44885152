"""Jobs are measured; those that did something say so; failures are told once."""

import pytest

from marketplace.observability.jobs import run_observed
from marketplace.observability.metrics.instruments import REGISTRY
from tests.logged_lines import logged_lines


def test_what_was_done_is_logged_and_counted() -> None:
    with logged_lines() as lines:
        assert run_observed("test-letters", lambda: 3) == 3
        run_observed("test-letters", lambda: 0)
    (line,) = lines.of("job done")
    assert (line["job"], line["items"]) == ("test-letters", 3)
    assert REGISTRY.get_sample_value("marketplace_job_items_total", {"job": "test-letters"}) == 3
    runs = {"job": "test-letters", "outcome": "succeeded"}
    assert REGISTRY.get_sample_value("marketplace_job_runs_total", runs) == 2
    assert REGISTRY.get_sample_value("marketplace_job_last_success_timestamp_seconds", {"job": "test-letters"})


def test_a_failure_is_raised_and_told_without_its_text() -> None:
    def fail() -> None:
        raise RuntimeError("the letter to sanne@example.org, Sanne Voorbeeld")

    with logged_lines() as lines, pytest.raises(RuntimeError):
        run_observed("test-fails", fail)
    (line,) = lines.entries
    assert (line["event"], line["error"], line["job"]) == ("job failed", "RuntimeError", "test-fails")
    assert "Voorbeeld" not in lines.text
    failed = {"job": "test-fails", "outcome": "failed"}
    assert REGISTRY.get_sample_value("marketplace_job_runs_total", failed) == 1
