"""Amounts in đồng, each currency at one dated rate for the whole period; the rate and its source are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from i18n.convert import NoRate, RateUsed, rate

VND = "VND"


@dataclass(slots=True)
class Rates:
    """Looked up once for each currency: the latest stored on or before a day."""

    on: date
    known: dict[str, RateUsed | None] = field(default_factory=dict)

    def in_vnd(self, amount: Decimal, currency: str) -> Decimal:
        """Nothing for a currency that no stored rate leads from; `details` names it."""
        used = self._rate(currency)
        return amount * used.rate if used else Decimal(0)

    def _rate(self, currency: str) -> RateUsed | None:
        if currency not in self.known:
            try:
                self.known[currency] = rate(currency, VND, self.on)
            except NoRate:
                self.known[currency] = None
        return self.known[currency]

    def details(self) -> dict[str, Any]:
        others = [(code, self.known[code]) for code in sorted(self.known) if code != VND]
        return {
            "rates": [
                {
                    "base": used.base,
                    "quote": used.quote,
                    "rate": f"{used.rate:f}",
                    "on": used.on.isoformat(),
                    "source": used.source,
                }
                for _, used in others
                if used
            ],
            "left_out": [code for code, used in others if used is None],
        }
