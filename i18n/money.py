"""Money: an exact amount in one currency. Arithmetic, rounding, splitting without losing a cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from i18n.currencies import currencies, exponent_of, is_currency


@cache
def _unit(currency: str) -> Decimal:
    """The smallest one: 0.01 for EUR, 1 for VND."""
    return Decimal(1).scaleb(-exponent_of(currency))


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies met where only one currency makes sense."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"{left} and {right} cannot be combined without an exchange rate")
        self.left = left
        self.right = right


class NotMoney(ValueError):
    """The amount or the currency cannot be money: a float, NaN, infinity, or an unknown currency code."""


class BrokenMinorUnit(ValueError):
    """The amount has digits below the currency's smallest unit where a whole number of units is needed."""

    def __init__(self, money: Money) -> None:
        super().__init__(f"{money} is not a whole number of minor units; quantize() it first")
        self.money = money


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of one ISO 4217 currency; exact, hashable, comparable within its currency only.

    The amount may carry more digits than the currency has (a unit price of 0.0125 EUR);
    ``quantize()`` rounds it to what can be paid.
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if type(self.amount) is Decimal and self.amount.is_finite() and self.currency in currencies():
            return
        if isinstance(self.amount, int) and not isinstance(self.amount, bool):
            object.__setattr__(self, "amount", Decimal(self.amount))
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise NotMoney(f"an amount is a finite Decimal, not {self.amount!r}")
        if not is_currency(self.currency):
            raise NotMoney(f"{self.currency!r} is not an ISO 4217 currency in use")

    @classmethod
    def zero(cls, currency: str) -> Money:
        return cls(Decimal(0), currency)

    @classmethod
    def from_minor(cls, units: int, currency: str) -> Money:
        """1999 minor units of EUR are 19.99 EUR; 1999 of JPY are 1999 JPY."""
        if not isinstance(units, int) or isinstance(units, bool):
            raise NotMoney(f"minor units are an int, not {units!r}")
        return cls(Decimal(units).scaleb(-exponent_of(currency)), currency)

    def minor_units(self) -> int:
        """The amount in the currency's smallest unit, as payment providers want it; never rounds."""
        units = self.amount.scaleb(exponent_of(self.currency))
        if units != units.to_integral_value():
            raise BrokenMinorUnit(self)
        return int(units)

    def quantize(self, rounding: str = ROUND_HALF_UP) -> Money:
        """Rounded to the currency's minor unit; half away from zero unless told otherwise."""
        unit = _unit(self.currency)
        if self.amount.same_quantum(unit):
            return self
        return Money(self.amount.quantize(unit, rounding=rounding), self.currency)

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        if isinstance(factor, bool) or not isinstance(factor, Decimal | int):
            return NotImplemented
        return Money(self.amount * factor, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.amount), self.currency)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.amount >= self._same(other)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def _same(self, other: Money) -> Decimal:
        if not isinstance(other, Money):
            raise TypeError(f"money combines with money, not with {type(other).__name__}")
        if other.currency != self.currency:
            raise CurrencyMismatch(self.currency, other.currency)
        return other.amount

    def allocate(self, weights: Sequence[Decimal | int]) -> list[Money]:
        """Divide into parts proportional to ``weights``; the parts always add up to the whole.

        1. Give each part its share rounded down to a minor unit.
        2. Hand the units that are left, one each, to the largest remainders; equal remainders in order.

        10.00 EUR over weights 1, 1, 1 is 3.34 + 3.33 + 3.33. A negative amount is its mirror image.
        Raises ``BrokenMinorUnit`` for an amount that is not whole, ``ValueError`` for weights that
        are negative or all zero.
        """
        exact = [Fraction(weight) for weight in weights]
        total = sum(exact, Fraction(0))
        if any(weight < 0 for weight in exact) or total <= 0:
            raise ValueError("weights must not be negative, and one must be above zero")
        units = self.minor_units()
        parts = _largest_remainder(abs(units), [weight / total for weight in exact])
        sign = -1 if units < 0 else 1
        return [Money.from_minor(sign * part, self.currency) for part in parts]

    def split(self, n: int) -> list[Money]:
        """``n`` parts as equal as minor units allow, the larger ones first."""
        return self.allocate([1] * n)


def _largest_remainder(units: int, shares: Sequence[Fraction]) -> list[int]:
    exact = [units * share for share in shares]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: units - sum(parts)]:
        parts[place] += 1
    return parts


def sum_money(amounts: Iterable[Money], currency: str) -> Money:
    """The sum in ``currency``, zero for nothing; raises ``CurrencyMismatch`` for a stranger among them."""
    total = Money.zero(currency)
    for amount in amounts:
        total = total + amount
    return total
