"""What a report is made of: sections with columns and rows, the same for paper, workbook and page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from i18n.formatting import format_date, format_money, format_number, format_percent
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money

LEAST = 5
"""A count of people below it is not told: they could be recognised."""
FEWER = _("fewer than %(least)s")


class Few(Enum):
    """A count of people that is above zero and too small to be told."""

    FEW = "FEW"


FEW = Few.FEW


@dataclass(frozen=True, slots=True)
class Share:
    """Of one: 0.25 is a quarter."""

    part: Decimal


Value = str | int | Decimal | Money | Share | date | Few | None
Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Section:
    """A table and how its figures were counted; ``total`` is its last line."""

    key: str
    title: str
    how: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None = None

    @property
    def lines(self) -> tuple[Row, ...]:
        return (*self.rows, self.total) if self.total is not None else self.rows

    def is_number(self, column: int) -> bool:
        """Whether a column is set to the right."""
        found = [line[column] for line in self.lines if line[column] is not None]
        return bool(found) and not any(isinstance(value, str) for value in found)


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    fair: str
    facts: tuple[tuple[str, str], ...]
    """What is said above the tables: a name and its text."""
    sections: tuple[Section, ...]
    language: str
    counted_at: datetime


def said(value: Value, language: str) -> str:
    """The value as paper and page show it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Few):
        return gettext(language, FEWER, least=LEAST)
    if isinstance(value, Money):
        return format_money(value, language)
    if isinstance(value, Share):
        return format_percent(value.part, language)
    return format_date(value, language) if isinstance(value, date) else format_number(value, language)
