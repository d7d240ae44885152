"""The charts of the page: sales of each currency, and the orders of all of them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from frontend.components.charts.bars import bars
from frontend.components.charts.drawing import MOST_SERIES, Chart, Figures, Series
from frontend.components.charts.line import line
from frontend.filters import to_money
from frontend.maps.country_tiles import CountryMap, country_tiles
from i18n.formatting import (
    format_compact,
    format_date,
    format_day_of_year,
    format_money,
    format_month,
    format_number,
)
from i18n.money import Money

Row = dict[str, Any]


def sales_chart(currency: Row, step: str, language: str) -> Chart:
    """A column for every step."""
    code = currency["currency"]
    values = [to_money(point["sales"]).amount for point in currency["series"]]

    def say(value: Decimal) -> str:
        return format_money(Money(value, code), language)

    return bars(
        Figures(
            labels=labels(currency["series"], step, language),
            names=names(currency["series"], step, language),
            series=[Series(code, values)],
            say=say,
            label=lambda value: format_compact(value, language),
        )
    )


def sales_map(currency: Row, language: str) -> CountryMap | None:
    """Where what was sold in one currency went; only where buyers of two countries or more bought."""
    rows = [row for row in currency["countries"] if row["country"]]
    values = {row["country"]["code"]: to_money(row["sales"]).amount for row in rows}
    if len(values) < 2:
        return None
    return country_tiles(values, lambda value: format_money(Money(value, currency["currency"]), language), language)


def orders_chart(currencies: Sequence[Row], step: str, language: str) -> Chart | None:
    """Orders can be added up: of several currencies they are stacked, of one they are a line. Nothing without any."""
    shown = [each for each in currencies if each["series"]][:MOST_SERIES]
    if not shown:
        return None
    figures = Figures(
        labels=labels(shown[0]["series"], step, language),
        names=names(shown[0]["series"], step, language),
        series=[Series(each["currency"], [Decimal(point["orders"]) for point in each["series"]]) for each in shown],
        say=lambda value: format_number(int(value), language),
        label=lambda value: format_compact(value, language),
        whole=True,
    )
    return bars(figures) if len(shown) > 1 else line(figures)


def labels(points: Sequence[Row], step: str, language: str) -> list[str]:
    """For the axis."""
    short = format_month if step == "MONTH" else format_day_of_year
    return [short(date.fromisoformat(point["start"]), language) for point in points]


def names(points: Sequence[Row], step: str, language: str) -> list[str]:
    """Written out: a day, a month, or the first and last day."""
    return [_name(point, step, language) for point in points]


def _name(point: Row, step: str, language: str) -> str:
    start, end = (date.fromisoformat(point[name]) for name in ("start", "end"))
    if start == end:
        return format_date(start, language)
    if step == "MONTH" and start.day == 1 and (start.month, start.year) == (end.month, end.year):
        return format_month(start, language)
    return f"{format_date(start, language)} – {format_date(end, language)}"
