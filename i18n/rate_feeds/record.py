"""What a feed says: one rate of one day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from i18n.currencies import is_currency

_SMALLEST = Decimal("1e-10")
_LARGEST = Decimal("1e10")


class BadRateFile(ValueError):
    """A file that is not what the feed publishes; says where and what."""


@dataclass(frozen=True, slots=True)
class PublishedRate:
    """1 ``base`` = ``rate`` ``quote`` on the day ``on``. Checked when made: raises `BadRateFile`."""

    base: str
    quote: str
    rate: Decimal
    on: date

    def __post_init__(self) -> None:
        for code in (self.base, self.quote):
            if not is_currency(code):
                raise BadRateFile(f"{code!r} is not an ISO 4217 currency in use")
        if self.base == self.quote:
            raise BadRateFile(f"a rate from {self.base} to itself says nothing")
        if not self.rate.is_finite() or not _SMALLEST <= self.rate < _LARGEST:
            raise BadRateFile(f"{self.rate} is no plausible rate from {self.base} to {self.quote}")


def decimal_of(text: str) -> Decimal:
    """The number in a text; raises `BadRateFile`."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise BadRateFile(f"{text!r} is not a number") from None


def day_of(text: str) -> date:
    """The day in a text (ISO 8601); raises `BadRateFile`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadRateFile(f"{text!r} is not a date") from None
