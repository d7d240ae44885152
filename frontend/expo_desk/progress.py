"""How the preparation of a fair goes: open tasks, the sale of its space, and its money."""

from decimal import Decimal
from typing import Any

from frontend.components.charts.bars import bars
from frontend.components.charts.drawing import Chart, Figures, Series
from frontend.components.charts.line import line
from frontend.expo_desk.fair_page import FairPage
from frontend.expo_desk.tasks import to_do
from i18n.formatting import format_compact, format_number
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

STATES = (("assigned", _("Sold")), ("reserved", _("Reserved")), ("held", _("Held")), ("free", _("Free")))
Row = dict[str, Any]


class Progress(FairPage):
    """Everything as of today."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        sales = self.ask("Sales", expo=expo["id"])["fairProgress"]
        language = self.visit.language
        return {
            **super().context(data),
            "sales": sales,
            "to_do": to_do(self, expo),
            "states": STATES,
            "halls_chart": _halls_chart(sales["halls"], language),
            "curve_chart": _curve_chart(sales, expo["edition"], language),
            "curve_rows": [one for one in sales["curve"] if one["area"] is not None or one["areaBefore"] is not None],
        }


def _halls_chart(halls: list[Row], language: str) -> Chart | None:
    """A column for each hall, its square metres by state on top of each other."""
    if not halls:
        return None
    names = [each["hall"]["name"] for each in halls]
    series = [
        Series(gettext(language, label), [Decimal(str(each["all"][name]["area"])) for each in halls])
        for name, label in STATES
    ]
    return bars(_figures(names, names, series, language))


def _curve_chart(sales: Row, edition: str, language: str) -> Chart | None:
    """Two lines by weeks; that of a fair to come ends with the running week."""
    points = sales["curve"]
    if len(points) < 2:
        return None
    series = [Series(edition or gettext(language, _("This edition")), _known(points, "area"))]
    if sales["editionBefore"] is not None:
        before = sales["editionBefore"] or gettext(language, _("The edition before"))
        series.append(Series(before, _known(points, "areaBefore")))
    labels = [format_number(-one["weeks"], language) for one in points]
    names = [gettext(language, _("%(count)s weeks before the first day"), count=one["weeks"]) for one in points]
    return line(_figures(labels, names, series, language))


def _known(points: list[Row], name: str) -> list[Decimal]:
    """Up to the last week that is known; weeks before anything was recorded are drawn at zero."""
    known = [place for place, one in enumerate(points) if one[name] is not None]
    shown = points[: known[-1] + 1] if known else []
    return [Decimal(str(one[name] or 0)) for one in shown]


def _figures(labels: list[str], names: list[str], series: list[Series], language: str) -> Figures:
    return Figures(
        labels=labels,
        names=names,
        series=series,
        say=lambda value: gettext(language, _("%(area)s m²"), area=format_number(value, language)),
        label=lambda value: format_compact(value, language),
    )
