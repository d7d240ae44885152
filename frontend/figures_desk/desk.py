"""Figures of a seller or of the whole marketplace: one page, of which each desk has its half."""

from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from django.utils import timezone

from frontend.figures_desk.drawn import names, orders_chart, sales_chart, sales_map
from frontend.figures_desk.periods import STEPS, USUAL, Days, days
from frontend.filters import to_money
from frontend.page import Page, Variables
from i18n.currencies import is_currency
from i18n.formatting import format_unit
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.today import day_here

HOME = "VND"
Row = dict[str, Any]


class FiguresDesk(Page):
    """The days, the market and the length of a step are in the address."""

    desk: ClassVar[str]
    layout: ClassVar[str]

    @classmethod
    def file(cls, suffix: str) -> Path:
        return Path(__file__).with_name("figures").with_suffix(suffix)

    @property
    def owner(self) -> str | None:
        """The seller whose figures these are; ``None`` for everybody's."""
        return None

    @property
    def days(self) -> Days:
        return days(self.query("period"), self.query("first"), self.query("last"), today=day_here(timezone.now()))

    @property
    def into(self) -> str:
        asked = self.query("into").upper()
        return asked if is_currency(asked) else HOME

    def variables(self) -> Variables:
        period = {"firstDay": self.days.first.isoformat(), "lastDay": self.days.last.isoformat()}
        return {
            **super().variables(),
            "seller": self.owner or "",
            "isSellers": self.owner is not None,
            "isAll": self.owner is None,
            "period": {**period, "step": self.days.step(self.query("step"))},
            "only": self.query("market") or None,
            "into": self.into,
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        made = data.get("sellerFigures") or data["marketplaceFigures"]
        language = self.visit.language
        currencies = [_currency(each, made["step"], language) for each in made["currencies"]]
        return {
            **super().context(data),
            "desk_layout": self.layout,
            "figures": made,
            "currencies": currencies,
            "orders_chart": orders_chart(made["currencies"], made["step"], language),
            "orders_rows": _orders(made["currencies"], made["step"], language),
            "orders_columns": [*_orders_columns(made["currencies"], gettext(language, _("When")))],
            "waiting": _length(made["quotes"]["responseMinutes"], language),
            "days": self.days,
            "usual": USUAL,
            "steps": tuple(STEPS),
            "into": self.into,
            "chosen_step": self.days.step(self.query("step")),
            "chosen_market": self.query("market"),
        }


def _currency(each: Row, step: str, language: str) -> Row:
    said = names(each["series"], step, language)
    return {
        **each,
        "chart": sales_chart(each, step, language) if each["series"] else None,
        "rows": list(zip(said, each["series"], strict=True)),
        "products": _with_shares(each["products"], each["products"]),
        "countries": _with_shares(each["countries"], each["countries"]),
        "map": sales_map(each, language),
    }


def _orders_columns(currencies: list[Row], when: str) -> list[tuple[str, str]]:
    return [(when, ""), *((each["currency"], "figures") for each in currencies if each["series"])]


def _length(minutes: int | None, language: str) -> str:
    """In the unit that keeps the number short."""
    if minutes is None:
        return "–"
    if minutes < 90:
        return format_unit(minutes, "duration-minute", language)
    hours = round(Decimal(minutes) / 60)
    return format_unit(hours, "duration-hour", language) if hours < 72 else _in_days(hours, language)


def _in_days(hours: int, language: str) -> str:
    return format_unit(round(Decimal(hours) / 24), "duration-day", language)


def _with_shares(rows: list[Row], among: list[Row]) -> list[Row]:
    """Each with how long its bar is: a percentage of the largest."""
    largest = max((to_money(row["sales"]).amount for row in among), default=Decimal(0))
    return [{**row, "share": _percent(to_money(row["sales"]).amount, largest)} for row in rows]


def _percent(part: Decimal, whole: Decimal) -> int:
    return max(0, min(100, round(part / whole * 100))) if whole > 0 else 0


def _orders(currencies: list[Row], step: str, language: str) -> list[tuple[str, list[int]]]:
    shown = [each["series"] for each in currencies if each["series"]]
    if not shown:
        return []
    said = names(shown[0], step, language)
    return [(name, [series[index]["orders"] for series in shown]) for index, name in enumerate(said)]
