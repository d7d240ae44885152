"""A delivery method with its price for one consignment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from i18n.money import Money
from logistics.carrier import QuoteLeg
from logistics.rates.pickup import PickupPlace


@dataclass(frozen=True, slots=True)
class Rate:
    """``price`` is in the currency that was asked for; ``quoted`` is what the carrier's tariff says."""

    method_id: str
    """``<carrier>:<service>``: stays the same from one asking to the next."""
    carrier: str
    service: str
    title: str
    """The message id of its name: what is kept, so that everybody reads it in their own language."""
    name: str
    """The title in the reader's language."""
    price: Money
    quoted: Money
    min_days: int
    max_days: int
    explain: Callable[[], str] = field(compare=False, repr=False)
    """Says the `basis`; put into words only for whoever reads it."""
    description: str = ""
    """What the seller says of its own method, in the reader's language."""
    pickup: PickupPlace | None = None
    """The buyer fetches the goods there."""
    legs: tuple[QuoteLeg, ...] = ()
    """Of a through quote, in the order the goods travel them."""

    @property
    def basis(self) -> str:
        """In the reader's language: tariff and its date, zone, chargeable quantity, exchange rate and its date."""
        return self.explain()
