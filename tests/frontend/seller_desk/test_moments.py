"""Moments typed into a form: to the minute, by the clock of Vietnam."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from frontend.seller_desk.moments import VIETNAM, local_now, read_moment


def test_the_present_minute_means_this_second() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    told = datetime.fromisoformat(read_moment(_typed(local_now()), "when"))
    assert before <= told <= datetime.now(UTC)


def test_another_minute_is_taken_as_typed() -> None:
    assert read_moment(_typed("2026-10-01T07:30"), "when") == "2026-10-01T07:30:00+07:00"
    later = (datetime.now(VIETNAM) + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M")
    assert read_moment(_typed(later), "when") == f"{later}:00+07:00"


def _typed(text: str) -> Any:
    return SimpleNamespace(form=SimpleNamespace(text=lambda name, required: text))
