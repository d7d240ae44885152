"""A month or another stretch of days, as instants of Vietnam's clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST = timedelta(days=366)


class BadPeriod(ValueError):
    """It ends before it begins, or is longer than a year."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} to {last} is no period of at most a year")
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if not date(2000, 1, 1) <= self.first <= self.last <= date(2999, 12, 31) or self.last - self.first > LONGEST:
            raise BadPeriod(self.first, self.last)

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time(), tzinfo=HERE)

    @property
    def until(self) -> datetime:
        """The first instant that does not belong to it."""
        return datetime.combine(self.last + timedelta(days=1), time(), tzinfo=HERE)


def month_of(year: int, month: int) -> Period:
    """Raises ``ValueError`` for what is no month."""
    first = date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(first, following - timedelta(days=1))
