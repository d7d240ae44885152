"""When subscriptions are due."""

from datetime import UTC, datetime

import pytest

from catalog.traceability.epcis.subscriptions.schedule import BadSchedule, read_schedule

NOW = datetime(2026, 11, 22, 12, 30, 15, 250_000, tzinfo=UTC)
"""A Sunday."""


def test_the_next_moment() -> None:
    for given, due in (
        ({"hour": "1", "minute": "5"}, "2026-11-23 01:05:00"),
        ({"minute": "30"}, "2026-11-22 13:30:00"),
        ({"minute": "31,[40-45]"}, "2026-11-22 12:31:00"),
        ({"second": "16"}, "2026-11-22 12:30:16"),
        ({"second": "[10-15]"}, "2026-11-22 12:31:10"),
        ({"hour": "12"}, "2026-11-23 12:00:00"),
        ({"dayOfWeek": "1"}, "2026-11-23 00:00:00"),
        ({"dayOfWeek": "7", "hour": "12", "minute": "30", "second": "16"}, "2026-11-22 12:30:16"),
        ({"dayOfMonth": "29", "month": "2"}, "2028-02-29 00:00:00"),
        ({"month": "[1-3]"}, "2027-01-01 00:00:00"),
        ({"dayOfMonth": "22", "minute": "29"}, "2026-11-22 13:29:00"),
        ({"dayOfMonth": "31", "dayOfWeek": "4"}, "2026-12-31 00:00:00"),
    ):
        assert f"{read_schedule(given).next_after(NOW):%Y-%m-%d %H:%M:%S}" == due, given


def test_a_moment_is_due_once() -> None:
    schedule = read_schedule({"minute": "[0-59]"})
    first = schedule.next_after(NOW)
    assert (schedule.next_after(first) - first).total_seconds() == 60


def test_what_is_no_schedule() -> None:
    for wrong in ({}, {"minute": "60"}, {"hour": "[5-1]"}, {"minute": 5}, {"minute": ""}, {"minute": "*/5"},
                  {"year": "2027"}, {"dayOfMonth": "0"}, {"dayOfWeek": "[0-3]"}, {"minute": "1," * 200},
                  {"dayOfMonth": "30", "month": "2"}):  # fmt: skip
        with pytest.raises(BadSchedule):
            read_schedule(wrong)
