"""A fair while it goes on: who is inside, what the doors count, meetings and leads. The page renews itself."""

from datetime import date
from decimal import Decimal
from typing import Any

from frontend.components.charts.bars import bars
from frontend.components.charts.drawing import MOST_SERIES, Chart, Figures, Series
from frontend.expo_desk.fair_page import FairPage
from i18n.formatting import format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import today_here

EVERY_SECONDS = 15
MOST_COUNTRIES = 12
Row = dict[str, Any]


class Live(FairPage):
    """``day`` of the address looks back at another day of the fair."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        day = _day(self.query("day")) or _last_day(expo)
        live = self.ask("Figures", expo=expo["id"], day=day)["liveFairFigures"]
        came = sorted((row for row in live["countries"] if row["came"]), key=lambda row: -row["came"])
        return {
            **super().context(data),
            "live": live,
            "chosen_day": day or "",
            "countries": came[:MOST_COUNTRIES],
            "more_countries": len(came[MOST_COUNTRIES:]),
            "doors": _by_door(live["door"]["hours"]),
            "chart": _chart(live["door"]["hours"], self.visit.language),
            "seconds": 0 if day else EVERY_SECONDS,
        }


class LiveWall(Live):
    """The same figures, large, for a screen that hangs somewhere."""

    @classmethod
    def operations(cls) -> Any:
        return Live.operations()

    @classmethod
    def file(cls, suffix: str) -> Any:
        return super().file(suffix).with_name("live_wall" + suffix) if suffix == ".html" else super().file(suffix)


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else None
    except ValueError:
        return None


def _last_day(expo: Row) -> str | None:
    """Of a fair that is over: there is no today to look at."""
    return str(expo["endsOn"]) if str(expo["endsOn"]) < today_here().isoformat() else None


def _by_door(hours: list[Row]) -> list[Row]:
    """What each door counted that day."""
    names = dict.fromkeys(row["door"] for row in hours)
    return [
        {
            "door": name,
            "entered": sum(row["entered"] for row in hours if row["door"] == name),
            "left": sum(row["left"] for row in hours if row["door"] == name),
        }
        for name in names
    ]


def _chart(hours: list[Row], language: str) -> Chart | None:
    """A column for each hour from the first scan to the last, the doors on top of each other."""
    if not hours:
        return None
    shown = range(min(row["hour"] for row in hours), max(row["hour"] for row in hours) + 1)
    doors = sorted(_by_door(hours), key=lambda row: -row["entered"])
    most = len(doors) if len(doors) <= MOST_SERIES else MOST_SERIES - 1
    named = [row["door"] for row in doors[:most]]
    series = [Series(name, [_entered(hours, hour, {name}) for hour in shown]) for name in named]
    rest = {row["door"] for row in doors} - set(named)
    if rest:
        series.append(Series(gettext(language, _("Other doors")), [_entered(hours, hour, rest) for hour in shown]))
    return bars(
        Figures(
            labels=[f"{hour:02}" for hour in shown],
            names=[_hour(hour, language) for hour in shown],
            series=series,
            say=lambda value: format_number(value, language),
            label=lambda value: format_number(value, language),
            whole=True,
        )
    )


def _entered(hours: list[Row], hour: int, doors: set[str]) -> Decimal:
    return Decimal(sum(row["entered"] for row in hours if row["hour"] == hour and row["door"] in doors))


def _hour(hour: int, language: str) -> str:
    return gettext(language, _("%(start)s to %(end)s"), start=f"{hour:02}:00", end=f"{hour:02}:59")
