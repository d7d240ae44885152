"""TaxedMoney: a price before and after tax."""

from dataclasses import dataclass
from decimal import Decimal

from i18n.money import Money


@dataclass(frozen=True, slots=True)
class TaxedMoney:
    """``net`` + ``tax`` = ``gross``, all in one currency. ``gross`` is what the buyer pays the seller."""

    net: Money
    gross: Money

    @property
    def tax(self) -> Money:
        return self.gross - self.net

    @property
    def currency(self) -> str:
        return self.gross.currency

    @classmethod
    def zero(cls, currency: str) -> "TaxedMoney":
        return cls(Money.zero(currency), Money.zero(currency))

    def __add__(self, other: "TaxedMoney") -> "TaxedMoney":
        return TaxedMoney(self.net + other.net, self.gross + other.gross)

    def __sub__(self, other: "TaxedMoney") -> "TaxedMoney":
        return TaxedMoney(self.net - other.net, self.gross - other.gross)

    def __mul__(self, factor: Decimal | int) -> "TaxedMoney":
        return TaxedMoney(self.net * factor, self.gross * factor)


def taxed(price: Money, rate: Decimal, *, includes_tax: bool) -> TaxedMoney:
    """Split or add tax at ``rate`` (0.08 = 8 %), rounded to the minor unit; what is stored stays exact.

    108,000 VND including 8 % is 100,000 net; 100,000 VND before 8 % is 108,000 gross.
    """
    if not rate:
        return TaxedMoney(price.quantize(), price) if includes_tax else TaxedMoney(price, price.quantize())
    if includes_tax:
        return TaxedMoney(Money(price.amount / (1 + rate), price.currency).quantize(), price)
    return TaxedMoney(price, (price * (1 + rate)).quantize())
