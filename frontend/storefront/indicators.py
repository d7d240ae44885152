"""The published figures of the marketplace: the newest ones, how each is counted, and where the files are."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from frontend.components.charts.drawing import Chart, Figures, Series
from frontend.components.charts.line import line
from frontend.maps.country_tiles import country_tiles
from frontend.page import Page
from i18n.formatting import (
    format_compact,
    format_date,
    format_day_of_year,
    format_money,
    format_month,
    format_number,
    format_percent,
)
from i18n.money import Money

Row = dict[str, Any]
ALL = "_T"
MOST_ROWS = 12
"""Of one table; all are in the files."""
LEAST_POINTS = 2


class Indicators(Page):
    """For everybody. What is withheld is said to be, and drawn nowhere."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        shown = [_shown(row, self.visit.language) for row in data["indicators"]]
        return {"shown": shown, "licence_is_address": data["indicatorLicence"].startswith("https://")}


def _shown(row: Row, language: str) -> Row:
    say = _say(row["unit"], language)
    latest = row["latest"]
    return {
        **row,
        "total": _told(latest["total"], say) if latest and latest["total"] else None,
        "tables": [_table(latest["observations"], place, row["dimensions"], say, language) for place in _places(row)]
        if latest
        else [],
        "chart": _chart(row, say, language),
        "points": [_point(each, row["period"], say, language) for each in row["snapshots"]],
    }


def _say(unit: str, language: str) -> Callable[[Decimal], str]:
    if unit == "VND":
        return lambda value: format_money(Money(value, "VND"), language)
    if unit == "PERCENT":
        return lambda value: format_percent(value / 100, language)
    return lambda value: format_number(int(value), language)


def _told(observation: Row, say: Callable[[Decimal], str]) -> str | None:
    """Nothing where it is withheld."""
    value = observation["value"]
    return None if value is None else say(Decimal(str(value)))


def _places(row: Row) -> range:
    """One table for each dimension, by whose codes the sums over the other stand."""
    return range(len(row["dimensions"]))


def _table(
    observations: Sequence[Row], place: int, dimensions: Sequence[str], say: Callable[[Decimal], str], language: str
) -> Row:
    """The largest first; what is withheld has no place among them and is named below."""
    mine = [each for each in observations if _is_of(each["keys"], place)]
    told = [(Decimal(str(each["value"])), each) for each in mine if each["value"] is not None]
    told.sort(key=lambda pair: (-pair[0], pair[1]["keys"][place]["code"]))
    highest = max((value for value, _ in told), default=Decimal(0)) or Decimal(1)
    rows = [
        {**each["keys"][place], "said": say(value), "share": round(100 * value / highest, 1)}
        for value, each in told[:MOST_ROWS]
    ]
    withheld = [each["keys"][place] for each in mine if each["value"] is None]
    by_country = {each["keys"][place]["code"]: value for value, each in told} if dimensions[place] == "COUNTRY" else {}
    drawn = country_tiles(by_country, say, language) if len(by_country) > 1 else None
    return {
        "map": drawn,
        "dimension": dimensions[place],
        "rows": rows,
        "more": len(told) > MOST_ROWS,
        "withheld": withheld,
    }


def _is_of(keys: Sequence[Row], place: int) -> bool:
    return all((key["code"] == ALL) == (at != place) for at, key in enumerate(keys))


def _chart(row: Row, say: Callable[[Decimal], str], language: str) -> Chart | None:
    """How the figure of all together went; of fairs there is no such course."""
    points = [each for each in reversed(row["snapshots"]) if each["total"] and each["total"]["value"] is not None]
    if row["period"] == "FAIR" or len(points) < LEAST_POINTS:
        return None
    short = format_month if row["period"] == "MONTH" else format_day_of_year
    return line(
        Figures(
            labels=[short(date.fromisoformat(each["lastDay"]), language) for each in points],
            names=[_when(each, row["period"], language) for each in points],
            series=[Series(row["name"], [Decimal(str(each["total"]["value"])) for each in points])],
            say=say,
            label=_label(row["unit"], language),
            whole=row["unit"] == "COUNT",
        )
    )


def _label(unit: str, language: str) -> Callable[[Decimal], str]:
    if unit == "PERCENT":
        return lambda value: format_percent(value / 100, language)
    return lambda value: format_compact(value, language)


def _point(snapshot: Row, period: str, say: Callable[[Decimal], str], language: str) -> tuple[str, str | None]:
    total = snapshot["total"]
    return _when(snapshot, period, language), _told(total, say) if total else None


def _when(snapshot: Mapping[str, Any], period: str, language: str) -> str:
    day = date.fromisoformat(snapshot["lastDay"])
    return format_month(day, language) if period == "MONTH" else format_date(day, language)
