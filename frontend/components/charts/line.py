"""Lines through the values, with a dot on each where there is room for dots."""

from decimal import Decimal

from frontend.components.charts.axes import Axes, frame
from frontend.components.charts.drawing import SIZES, Chart, Dot, Figures, Picture, Series, Size, Stroke

LEAST_FOR_DOTS = 9.0


def line(figures: Figures) -> Chart:
    """All values are zero or above."""
    highest = max((value for series in figures.series for value in series.values), default=Decimal(0))
    legend = tuple(series.name for series in figures.series) if len(figures.series) > 1 else ()
    return Chart(tuple(_picture(figures, size, highest) for size in SIZES), legend)


def _picture(figures: Figures, size: Size, highest: Decimal) -> Picture:
    axes, picture = frame(figures, size, highest)
    picture.strokes = [_stroke(figures, axes, number, series) for number, series in enumerate(figures.series)]
    return picture


def _stroke(figures: Figures, axes: Axes, number: int, series: Series) -> Stroke:
    at = [(axes.x(index), axes.y(value)) for index, value in enumerate(series.values)]
    points = " ".join(f"{x},{y}" for x, y in at)
    ground = f"{at[0][0]},{axes.zero} {points} {at[-1][0]},{axes.zero}" if len(figures.series) == 1 and at else ""
    dots = tuple(Dot(x, y, figures.said(series, index)) for index, (x, y) in enumerate(at))
    return Stroke(number, points, ground, dots if axes.slot >= LEAST_FOR_DOTS else ())
