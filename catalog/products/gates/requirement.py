"""What markets ask for, as dated data (data/publishing.toml), each rule with its legal basis."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from catalog.products.product import Product
from marketplace.channels.defaults import EUROPEAN_UNION
from marketplace.channels.models import Channel

DATA = Path(__file__).parent.parent / "data" / "publishing.toml"

_GROUPS: Mapping[str, Callable[[str], bool]] = {
    "*": lambda country: True,
    "EU": lambda country: country in EUROPEAN_UNION,
    "abroad": lambda country: country != "VN",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    code: str
    field: str
    countries: str
    severity: str
    effective_from: date
    legal_basis: str
    checked: bool
    """Whether the rule was compared with the official text."""
    effective_to: date | None = None
    restrictions: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()

    def holds(self, channel: Channel, on: date) -> bool:
        """In force on the day, and the market delivers to such a country."""
        in_force = self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)
        return in_force and any(self._means(country) for country in channel.countries)

    def _means(self, country: str) -> bool:
        group = _GROUPS.get(self.countries)
        return group(country) if group is not None else country == self.countries

    def concerns(self, product: Product) -> bool:
        """The rule is about goods like this one."""
        if self.restrictions and set(self.restrictions).isdisjoint(product.restrictions):
            return False
        return not self.hs or product.hs_code.startswith(self.hs)


@cache
def requirements() -> tuple[Requirement, ...]:
    """Every rule of the file."""
    with DATA.open("rb") as file:
        rows = tomllib.load(file)["requirement"]
    return tuple(Requirement(**{name: _frozen(value) for name, value in row.items()}) for row in rows)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
