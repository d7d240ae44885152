"""How far back the price before a reduction is looked for (data/price_reductions.toml)."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from marketplace.channels.defaults import EUROPEAN_UNION
from marketplace.channels.models import Channel

DATA = Path(__file__).parent / "data" / "price_reductions.toml"


@dataclass(frozen=True, slots=True)
class ReductionRule:
    countries: str
    days: int
    effective_from: date
    legal_basis: str
    effective_to: date | None = None

    @property
    def back(self) -> timedelta:
        return timedelta(days=self.days)

    def holds(self, channel: Channel, on: date) -> bool:
        in_force = self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)
        return in_force and (self.countries == "*" or not set(EUROPEAN_UNION).isdisjoint(channel.countries))


@cache
def _rules() -> tuple[ReductionRule, ...]:
    with DATA.open("rb") as file:
        return tuple(ReductionRule(**row) for row in tomllib.load(file)["rule"])


def reduction_rule(channel: Channel, *, on: date) -> ReductionRule:
    """The first rule of the file that holds in the market on the day; raises ``LookupError``."""
    for rule in _rules():
        if rule.holds(channel, on):
            return rule
    raise LookupError(f"no rule about reductions holds in {channel.slug} on {on}")
