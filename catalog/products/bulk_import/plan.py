"""What applying a row would do to the catalogue."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from catalog.products.bulk_import.attribute_answers import AttributeChange
from catalog.products.bulk_import.models import RowAction
from catalog.refusal import Problem


@dataclass(slots=True)
class Plan:
    """The differences between the row and what is there. Names are columns of tables, so ``category_id``."""

    action: RowAction = RowAction.UNCHANGED
    product: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    prices: dict[int, Decimal] = field(default_factory=dict)
    """By channel."""
    tiers: dict[int, list[tuple[int, Decimal]]] = field(default_factory=dict)
    """By channel: all that there are then."""
    base_price: tuple[Decimal, str] | None = None
    stocks: dict[int, int] = field(default_factory=dict)
    """By warehouse; 0 stands for the first one, which is still to be made."""
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """By language and field."""
    attributes: list[AttributeChange] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    """What was read in a way its writer should know of; the row is good all the same."""

    @property
    def says_something_new(self) -> bool:
        return bool(
            self.product or self.variant or self.prices or self.tiers or self.base_price or self.stocks
            or self.texts or self.attributes
        )  # fmt: skip
