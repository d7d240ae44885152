"""Examples worked by hand, as the estimate's input and what has to come out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from i18n.money import Money
from logistics.consignment import Consignment, Item, Party
from logistics.customs.dated import Provenance
from logistics.customs.rules.rule import Rule, RuleKind
from logistics.customs.rules.rulebook import Rulebook, shipped_rules
from logistics.landed_cost import LandedCost, estimate_landed_cost

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class WorkedExample:
    name: str
    data: Mapping[str, Any]

    def consignment(self) -> Consignment:
        data = self.data
        return Consignment(
            seller=Party(name="Xưởng Thử Nghiệm", country="VN"),
            buyer=Party(name="Buyer", company="Firm" if data.get("business") else "", country=data["country"]),
            items=tuple(self._item(row) for row in data["item"]),
            incoterm=data.get("incoterm", "DAP"),
            freight=self._money(data["freight"]),
            insurance=self._money(data["insurance"]) if "insurance" in data else None,
            preference=data.get("preference", ""),
            mode=data.get("mode", ""),
        )

    def _item(self, row: Mapping[str, Any]) -> Item:
        return Item(
            description=row["hs"],
            quantity=row["quantity"],
            unit_value=self._money(row["unit"]),
            hs_code=row["hs"],
            origin=row.get("origin", "VN"),
            net_weight_g=row.get("net_g", 0),
            gross_weight_g=row.get("gross_g", 0),
        )

    def _money(self, amount: str) -> Money:
        return Money(Decimal(amount), self.data["currency"])

    def estimate(self, rules: Rulebook | None = None) -> LandedCost:
        book = self._with_customs_rate(rules or shipped_rules())
        return estimate_landed_cost(consignment=self.consignment(), on=self.data["on"], rules=book)

    def _with_customs_rate(self, rules: Rulebook) -> Rulebook:
        if "customs_rate" not in self.data:
            return rules
        currency, amount = self.data["customs_rate"]
        found = rules.territory_of(self.data["country"])
        assert found is not None
        law = Provenance(date(2026, 11, 1), None, "Made up", "This example", date(2026, 11, 1), True, "example")
        rate = Rule(RuleKind.EXCHANGE, found.code, law, currency=currency, amount=Decimal(amount))
        return Rulebook((replace(found, rules=(*found.rules, rate), _days={}),))

    def differences(self, cost: LandedCost) -> list[str]:
        """What did not come out as worked by hand."""
        lines = [f"{line.kind} {'?' if line.amount is None else _plain(line.amount)}" for line in cost.lines]
        wanted = [_same(line) for line in self.data["lines"]]
        found = {"lines": lines, "total": _plain(cost.total), "complete": cost.complete}
        said = {"lines": wanted, "total": _same(self.data["total"]), "complete": self.data["complete"]}
        if "items" in self.data:
            found["items"] = [_plain(item.total) for item in cost.items]
            said["items"] = [_same(each) for each in self.data["items"]]
        for name in ("highest", "paid_by_seller"):
            if name in self.data:
                found[name], said[name] = _plain(getattr(cost, name)), _same(self.data[name])
        return [f"{name}: {found[name]}, by hand {said[name]}" for name in said if found[name] != said[name]]


def _plain(money: Money) -> str:
    return f"{money.amount.normalize():f}"


def _same(text: str) -> str:
    """``DUTY 2.50`` as ``DUTY 2.5``: figures are compared, not how they are written."""
    kind, blank, figure = text.rpartition(" ")
    return f"{kind}{blank}{figure if figure == '?' else format(Decimal(figure).normalize(), 'f')}"


def worked_examples() -> list[WorkedExample]:
    paths = sorted(FOLDER.glob("*.toml"))
    return [WorkedExample(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
