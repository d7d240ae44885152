"""One rule of importing: a duty, an additional duty, a relief, a tax, a fee, a way of valuing, an exchange rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from i18n.money import Money
from logistics.customs.dated import Provenance


class RuleKind(StrEnum):
    DUTY = "duty"
    ADDITIONAL = "additional"
    """On top of the duty: trade remedies and the like."""
    LOW_VALUE = "low_value"
    TAX = "tax"
    FEE = "fee"
    VALUATION = "valuation"
    """Customs look at a share of the price."""
    EXCHANGE = "exchange"
    """Customs' own rate: 1 ``currency`` is ``amount`` of the territory's."""


class Per(StrEnum):
    """What an amount is multiplied with."""

    KG = "kg"
    KG100 = "100kg"
    KG100_GROSS = "100kg_gross"
    PAIR = "pair"
    PIECE = "piece"
    HEADING = "heading"


class Buyer(StrEnum):
    ANYBODY = ""
    CONSUMER = "consumer"
    BUSINESS = "business"


Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of ``data/*.csv`` or of an edition; README.md there explains the columns. Rates are shares of one."""

    kind: RuleKind
    territory: str
    since: Provenance
    country: str = ""
    hs: str = ""
    """The digits a code begins with; empty: all goods."""
    except_hs: tuple[str, ...] = ()
    origin: str = ""
    agreement: str = ""
    name: str = ""
    rate: Decimal | None = None
    rate_most: Decimal | None = None
    """The rate lies between ``rate`` and this: nobody knows where."""
    amount: Decimal | None = None
    currency: str = ""
    per: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    mode: str = ""
    buyer: str = ""
    above: Decimal | None = None
    threshold: Decimal | None = None
    frees_tax: bool = False
    collected_at_sale: bool = False
    of_customs_value: bool = False
    waived: Decimal | None = None
    on_tax: str = ""
    maybe_reduced: tuple[str, ...] = ()
    ended: bool = False
    """From its first day on there is nothing under this key."""
    edition: int = 0
    """0: shipped with the program."""
    note: str = ""

    @property
    def key(self) -> Key:
        """Of two rules with one key that hold on one day, the later edition's counts."""
        name = "" if self.kind in (RuleKind.LOW_VALUE, RuleKind.VALUATION) else self.name
        money = self.currency if self.kind == RuleKind.EXCHANGE else ""
        return (self.kind, self.country, self.hs, self.origin, self.agreement, name, self.mode, self.buyer, money)

    @property
    def limit(self) -> Money | None:
        """The threshold as money."""
        return Money(self.threshold, self.currency) if self.threshold is not None else None

    @property
    def is_sure(self) -> bool:
        """It may be counted: checked, and one figure."""
        known = self.rate is not None or self.amount is not None
        return self.since.checked and known and self.rate_most is None

    def fits(self, *, hs: str, origin: str) -> bool:
        return hs.startswith(self.hs) and self.origin in ("", origin)
