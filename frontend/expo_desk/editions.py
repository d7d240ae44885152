"""What an edition of a fair says of itself: topics, languages, hours and periods; and the next one made from it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse

from frontend.expo_desk.fair_page import FairPage
from frontend.filters import api_language, bcp47
from frontend.page import action
from frontend.refusals import FieldError, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

AUDIENCES = ("PUBLIC", "TRADE", "BUILD_UP", "DISMANTLING")
PERIODS = ("EXHIBITOR", "VISITOR")
MOST_ROWS, EMPTY_ROWS = 60, 3
Row = dict[str, Any]


class Editions(FairPage):
    """Hours are one table that is saved as a whole; a row without times is no row."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        expo = data["expo"]
        return {
            **super().context(data),
            "rows": _rows(expo),
            "audiences": AUDIENCES,
            "periods": {row["audience"]: _days(row, expo["timezone"]) for row in expo["registrationPeriods"]},
            "chosen_languages": {bcp47(one["code"]) for one in expo["languages"]},
        }

    @action
    def about(self) -> HttpResponse:
        topics = [line for line in self.form.text("topics").split("\n") if line.strip()]
        self.change(
            "Update",
            id=self.expo_id(),
            input={
                "edition": self.form.text("edition", required=True),
                "series": self.form.text("series"),
                "topics": topics,
                "languages": [api_language(code) for code in self.form.all("languages") if code in LANGUAGES],
            },
        )
        return self.go(message=_("The edition is changed."))

    @action
    def hours(self) -> HttpResponse:
        """The whole table; what is wrong is said at its row."""
        numbers = [n for n in range(MOST_ROWS) if self.form.text(f"opensAt-{n}") or self.form.text(f"closesAt-{n}")]
        try:
            self.change("Hours", id=self.expo_id(), hours=[self._hours(n) for n in numbers])
        except Refused as refused:
            raise Refused([_at_row(error, numbers) for error in refused.errors]) from refused
        return self.go(message=_("The opening hours are saved."))

    @action
    def periods(self) -> HttpResponse:
        """Days are the fair's own: from the beginning of the first to the end of the last."""
        zone = ZoneInfo(self.load()["expo"]["timezone"])
        chosen = [name for name in PERIODS if self.form.text(f"first-{name}") or self.form.text(f"last-{name}")]
        periods = [
            {
                "audience": name,
                "opensAt": _midnight(self.day(f"first-{name}"), zone),
                "closesAt": _midnight(self.day(f"last-{name}"), zone, after=1),
            }
            for name in chosen
        ]
        try:
            self.change("Periods", id=self.expo_id(), periods=periods)
        except Refused as refused:
            raise Refused([_of_period(error, chosen) for error in refused.errors]) from refused
        return self.go(message=_("The registration periods are saved."))

    @action
    def next(self) -> HttpResponse:
        made = self.change(
            "Next",
            id=self.expo_id(),
            input={
                "edition": self.form.text("edition", required=True),
                "startsOn": self.day("startsOn"),
                "endsOn": self.day("endsOn") if self.form.text("endsOn") else None,
            },
        )
        slug = made["expoNextEdition"]["expo"]["slug"]
        return self.go("expo-editions", slug=slug, message=_("The next edition is planned; it is not public yet."))

    def _hours(self, number: int) -> Row:
        audience = self.form.text(f"audience-{number}")
        return {
            "day": self.day(f"day-{number}"),
            "audience": audience if audience in AUDIENCES else "PUBLIC",
            "opensAt": self.form.text(f"opensAt-{number}")[:5],
            "closesAt": self.form.text(f"closesAt-{number}")[:5],
        }


def _rows(expo: Row) -> list[Row]:
    """What is stored, a row for each day of the fair that has none for visitors, and some empty ones."""
    first, last = (date.fromisoformat(str(expo[name])) for name in ("startsOn", "endsOn"))
    stored = [{**row, "day": str(row["day"])} for row in expo["openingHours"]]
    open_days = {row["day"] for row in stored if row["audience"] in ("PUBLIC", "TRADE")}
    days = [(first + timedelta(days=n)).isoformat() for n in range(min((last - first).days + 1, 20))]
    missing = [_empty(day) for day in days if day not in open_days]
    rows = sorted([*stored, *missing], key=lambda row: (row["day"], row["opensAt"]))
    return (rows + [_empty("") for _number in range(EMPTY_ROWS)])[:MOST_ROWS]


def _empty(day: str) -> Row:
    return {"day": day, "audience": "PUBLIC", "opensAt": "", "closesAt": ""}


def _days(row: Row, zone: str) -> Row:
    """A period as days of the fair's zone, the last one included."""
    moments = [datetime.fromisoformat(str(row[name])) for name in ("opensAt", "closesAt")]
    opens, closes = (moment.astimezone(ZoneInfo(zone)) for moment in moments)
    return {"first": opens.date().isoformat(), "last": (closes - timedelta(microseconds=1)).date().isoformat()}


def _midnight(day: str, zone: ZoneInfo, after: int = 0) -> str:
    return datetime.combine(date.fromisoformat(day) + timedelta(days=after), time(), zone).isoformat()


def _at_row(error: FieldError, numbers: list[int]) -> FieldError:
    if error.index is None or error.field is None or error.index >= len(numbers):
        return error
    return FieldError(f"{error.field}-{numbers[error.index]}", error.code, error.message)


def _of_period(error: FieldError, chosen: list[str]) -> FieldError:
    if error.index is None or error.index >= len(chosen):
        return error
    return FieldError(f"last-{chosen[error.index]}", error.code, error.message)
