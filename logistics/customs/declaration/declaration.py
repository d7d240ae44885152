"""One declaration of what is sent, which every paper of a shipment is made from: so none can contradict another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from i18n.money import Money, sum_money
from logistics.consignment import Consignment, Item, Package, Party
from logistics.customs.declaration.facts import Facts, LineFacts


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """A line of goods with its share of the weighed whole. Weights are of the whole line."""

    number: int
    item: Item
    value: Money
    net_weight_g: int
    gross_weight_g: int
    facts: LineFacts

    @property
    def description_en(self) -> str:
        return self.item.description_en or self.item.description


@dataclass(frozen=True, slots=True)
class Declaration:
    """The goods (``consignment``) and what is said about them (``facts``), frozen together.

    Totals are sums of the lines and the lines are shares of what was weighed: gross weights of the lines always add up
    to the gross weight of the packages, to the gram, as amounts add up to the total, to the minor unit.
    """

    consignment: Consignment
    facts: Facts = field(default_factory=Facts)

    @property
    def seller(self) -> Party:
        return self.consignment.seller

    @property
    def buyer(self) -> Party:
        return self.consignment.buyer

    @property
    def importer(self) -> Party:
        return self.facts.importer or self.consignment.buyer

    @property
    def packages(self) -> tuple[Package, ...]:
        return self.consignment.packages

    @property
    def currency(self) -> str:
        return self.consignment.currency

    @property
    def lines(self) -> tuple[DeclaredLine, ...]:
        items = self.consignment.items
        gross = apportioned(self.consignment.total_gross_weight_g, _expected_gross(items))
        return tuple(
            DeclaredLine(number, item, item.total_value, item.total_net_weight_g, weight, self.facts.of_line(number))
            for number, (item, weight) in enumerate(zip(items, gross, strict=True), start=1)
        )

    @property
    def goods(self) -> Money:
        return sum_money((line.value for line in self.lines), self.currency)

    @property
    def freight(self) -> Money | None:
        return self.consignment.freight

    @property
    def insurance(self) -> Money | None:
        return self.consignment.insurance

    @property
    def total(self) -> Money:
        extra = [amount for amount in (self.freight, self.insurance) if amount is not None]
        return sum_money([self.goods, *extra], self.currency).quantize()

    @property
    def quantity(self) -> int:
        return sum(line.item.quantity for line in self.lines)

    @property
    def net_weight_g(self) -> int:
        return sum(line.net_weight_g for line in self.lines)

    @property
    def gross_weight_g(self) -> int:
        return sum(line.gross_weight_g for line in self.lines)

    @property
    def volume_mm3(self) -> int:
        return self.consignment.total_volume_mm3

    @property
    def package_count(self) -> int:
        return self.consignment.package_count


def _expected_gross(items: Sequence[Item]) -> list[int]:
    """What each line should weigh; where nothing was weighed, its pieces stand in."""
    weights = [item.total_gross_weight_g for item in items]
    return weights if any(weights) else [item.quantity for item in items]


def apportioned(total: int, weights: Sequence[int]) -> list[int]:
    """``total`` grams in proportion to ``weights``, none lost: 1000 over 1, 1, 1 is 334 + 333 + 333.

    1. Each gets its share rounded down. 2. The grams left go one each to the largest remainders, in order.
    """
    whole = sum(weights)
    exact = [Fraction(total * weight, whole) for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
