"""What may be done to many products at once, and what it does to one of them."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.products.category import Category
from catalog.products.product import Product
from catalog.refusal import Problem
from i18n.money import Money
from marketplace.channels.models import Channel

MOST_PRODUCTS = 100
LOWEST_PERCENT, HIGHEST_PERCENT = Decimal(-90), Decimal(500)
Facts = dict[str, Any]
"""What a change touches of one product, as JSON: written as it is to make the change, and to take it back."""


class ChangeKind(enum.StrEnum):
    PUBLISH = "PUBLISH"
    UNPUBLISH = "UNPUBLISH"
    PRICE_PERCENT = "PRICE_PERCENT"
    """Given prices and their quantity prices, rounded to the currency's smallest unit; those that follow the base
    price are changed there."""
    CATEGORY = "CATEGORY"
    LEAD_TIME = "LEAD_TIME"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True)
class Change:
    """A kind with what it needs; the rest is ``None``."""

    kind: ChangeKind
    channel: Channel | None = None
    """Where it is published or not, or whose prices change; ``None`` for the prices of all markets."""
    percent: Decimal | None = None
    category: Category | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One value before and after: a price of an article in a market, a lead time, a category."""

    before: str | Money | None
    after: str | Money | None
    sku: str = ""
    channel: str = ""
    minimum_quantity: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """What the change does to one product, or why it cannot."""

    product: Product
    before: Facts
    after: Facts
    lines: Sequence[Line] = ()
    problems: Sequence[Problem] = ()

    @property
    def changes(self) -> bool:
        return not self.problems and self.before != self.after
