"""Columns from the zero line, of one series, or of several on top of each other."""

from decimal import Decimal

from frontend.components.charts.axes import Axes, frame
from frontend.components.charts.drawing import SIZES, Bar, Chart, Figures, Picture, Size

WIDEST = 48.0


def bars(figures: Figures) -> Chart:
    """All values are zero or above."""
    totals = [sum((series.values[index] for series in figures.series), Decimal(0)) for index in _slots(figures)]
    highest = max(totals, default=Decimal(0))
    legend = tuple(series.name for series in figures.series) if len(figures.series) > 1 else ()
    return Chart(tuple(_picture(figures, size, highest) for size in SIZES), legend)


def _slots(figures: Figures) -> range:
    return range(len(figures.labels))


def _picture(figures: Figures, size: Size, highest: Decimal) -> Picture:
    axes, picture = frame(figures, size, highest)
    for index in _slots(figures):
        picture.bars += _column(figures, axes, index)
    return picture


def _column(figures: Figures, axes: Axes, index: int) -> list[Bar]:
    width = round(min(axes.slot * 0.72, WIDEST), 1)
    found, below = [], Decimal(0)
    for number, series in enumerate(figures.series):
        value = series.values[index]
        if value > 0:
            top, bottom = axes.y(below + value), axes.y(below)
            said = figures.said(series, index)
            height = max(round(bottom - top, 1), 0.8)
            found.append(Bar(round(axes.x(index) - width / 2, 1), bottom - height, width, height, number, said))
            below += value
    return found
