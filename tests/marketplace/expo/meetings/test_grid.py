"""Slots are cut out of opening hours, on whole half-hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from i18n.zones import clock_rows
from marketplace.expo.editions.hours import OpeningHours
from marketplace.expo.meetings.grid import slot_grid
from tests.factories.expo import make_expo
from tests.factories.meetings import make_fair_visitor

pytestmark = pytest.mark.django_db
DAY = date(2027, 4, 22)


def test_a_fair_that_says_nothing_is_open_from_nine_to_five() -> None:
    expo = make_expo(starts_on=DAY, ends_on=DAY + timedelta(days=1))
    grid = slot_grid(expo)
    assert len(grid) == 2 * 16
    assert grid[0] == datetime(2027, 4, 22, 2, 0, tzinfo=UTC)
    assert grid[15] == datetime(2027, 4, 22, 9, 30, tzinfo=UTC)
    assert grid[16] == datetime(2027, 4, 23, 2, 0, tzinfo=UTC)


def test_hours_are_cut_on_half_hours_and_trade_hours_are_for_trade() -> None:
    expo = make_expo(starts_on=DAY, ends_on=DAY + timedelta(days=1))
    for audience, opens, closes in (
        ("BUILD_UP", time(6), time(8)),
        ("TRADE", time(8, 45), time(10, 15)),
        ("PUBLIC", time(9, 30), time(11)),
    ):
        OpeningHours.objects.create(expo=expo, day=DAY, audience=audience, opens_at=opens, closes_at=closes)
    local = [start.astimezone(UTC) + timedelta(hours=7) for start in slot_grid(expo)]
    assert [f"{start:%H:%M}" for start in local] == ["09:00", "09:30", "10:00", "10:30"]
    public = make_fair_visitor(expo, kind="PUBLIC")
    assert len(slot_grid(expo, visitor=public)) == 3
    assert len(slot_grid(expo, visitor=make_fair_visitor(expo))) == 4


def test_both_clocks_are_named() -> None:
    moment = datetime(2027, 4, 22, 2, 0, tzinfo=UTC)
    assert clock_rows(moment, "en", "Asia/Seoul") == [
        ("South Korea Time", "22 Apr 2027, 11:00 (UTC+9)"),
        ("Vietnam Time", "22 Apr 2027, 09:00 (UTC+7)"),
    ]
    assert [name for name, _ in clock_rows(moment, "nl", "Europe/Amsterdam")] == [
        "tijd in Nederland",
        "tijd in Vietnam",
    ]
    assert [name for name, _ in clock_rows(moment, "vi", "Asia/Bangkok")] == ["Giờ Việt Nam"]
    assert len(clock_rows(moment, "ko", "Nowhere/Nothing")) == 1
