"""Charts begin at zero, name round values, keep their labels apart, and draw what they say."""

from decimal import Decimal
from itertools import pairwise

import pytest

from frontend.components.charts.bars import bars
from frontend.components.charts.drawing import BOTTOM, SIGN, TOP, Figures, Series
from frontend.components.charts.line import line
from frontend.components.charts.scale import MOST_TICKS, ticks


def figures(*values: list[int], whole: bool = False) -> Figures:
    labels = [f"{number} Oct" for number in range(len(values[0]))]
    return Figures(
        labels=labels,
        names=labels,
        series=[Series(f"S{number}", [Decimal(value) for value in row]) for number, row in enumerate(values)],
        say=lambda value: f"{value} EUR",
        label=str,
        whole=whole,
    )


@pytest.mark.parametrize("highest", ["0", "0.004", "0.7", "1", "3", "7", "99", "100", "101", "999", "1234567", "9e11"])
@pytest.mark.parametrize("whole", [True, False])
def test_ticks_are_few_round_and_cover_the_highest(highest: str, whole: bool) -> None:
    found = ticks(Decimal(highest), whole=whole)
    assert found[0] == 0
    assert found[-1] >= Decimal(highest)
    assert 2 <= len(found) <= MOST_TICKS + 1
    steps = {after - before for before, after in pairwise(found)}
    assert len(steps) == 1, "evenly apart"
    assert str(steps.pop().normalize().scaleb(0).as_tuple().digits[0]) in "125"
    assert not whole or all(value == value.to_integral_value() for value in found)


def test_bars_stand_on_the_zero_line_in_proportion() -> None:
    wide, narrow = bars(figures([100, 50, 0, 25])).pictures
    for picture in (wide, narrow):
        assert [bar.said for bar in picture.bars] == ["0 Oct: 100 EUR", "1 Oct: 50 EUR", "3 Oct: 25 EUR"]
        for bar in picture.bars:
            assert bar.y + bar.height == pytest.approx(picture.zero, abs=0.11)
            assert picture.left <= bar.x <= bar.x + bar.width <= picture.right
        assert picture.bars[0].height == pytest.approx(2 * picture.bars[1].height, abs=0.2)
        assert picture.ticks[0].y == picture.zero == picture.size.height - BOTTOM
        assert picture.ticks[-1].y == TOP
    assert bars(figures([1, 2])).legend == ()


def test_bars_of_several_series_stand_on_each_other() -> None:
    chart = bars(figures([1, 0], [2, 3], whole=True))
    assert chart.legend == ("S0", "S1")
    lower, upper, alone = chart.pictures[0].bars
    assert (lower.series, upper.series, alone.series) == (0, 1, 1)
    assert upper.y + upper.height == pytest.approx(lower.y, abs=0.11)
    assert alone.y == upper.y, "1 + 2 is as high as 3"
    assert upper.said == "0 Oct · S1: 2 EUR"


@pytest.mark.parametrize("count", [1, 2, 7, 31, 160])
def test_labels_never_touch(count: int) -> None:
    for picture in bars(figures([5] * count)).pictures:
        assert picture.labels
        for label in picture.labels:
            half = len(label.text) * SIGN / 2
            assert picture.left - 1 <= label.x - half and label.x + half <= picture.right + 1
        for before, after in pairwise(picture.labels):
            assert after.x - before.x >= (len(before.text) + len(after.text)) / 2 * SIGN * 0.95


def test_a_line_goes_through_its_values() -> None:
    wide, narrow = line(figures([0, 10, 5])).pictures
    [stroke] = wide.strokes
    assert [dot.said for dot in stroke.dots] == ["0 Oct: 0 EUR", "1 Oct: 10 EUR", "2 Oct: 5 EUR"]
    assert (stroke.dots[0].y, stroke.dots[1].y) == (wide.zero, TOP)
    assert stroke.points.count(",") == 3
    assert stroke.ground.startswith(f"{stroke.dots[0].x},{wide.zero} ")
    assert not line(figures([1] * 100)).pictures[1].strokes[0].dots, "no room for a hundred dots on a telephone"
    assert all(not stroke.ground for stroke in line(figures([1, 2], [2, 1])).pictures[0].strokes)
    assert narrow.size.width < wide.size.width
