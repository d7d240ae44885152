"""Landed cost: what goods cost the buyer in the end, import included. An estimate that says what it does not know.

1. Goods: the sum of the items. Freight and insurance: as the consignment has them; without freight the
   estimate is incomplete.
2. Within one country nothing is imported. Under an Incoterm by which the seller pays import (DDP) duty and tax are 0.
3. Customs value: goods, with freight and insurance where the territory counts them (CIF: EU, Japan, Korea), without
   them where it does not (FOB: United States). Freight is spread over the items by value.
4. Small consignments: a relief, or the EU's 3 EUR for each distinct six-digit heading instead of the duty, for private
   buyers and goods up to 150 EUR, unless preferential origin is declared.
5. Otherwise duty for each item: customs value x rate of the longest heading on record, rounded to the minor unit.
   A heading without a rate is *missing*, never 0.
6. Import tax: (goods + freight + insurance + known duty) x rate, rounded once.
7. What is levied and not on record (a US additional duty, a fee) is a line without an amount.
8. Total: the sum of the lines that have an amount. ``complete`` only if nothing is missing.

Worked example. A private buyer in Rotterdam on 2026-11-21 buys one lacquer bowl (44209099) and two ceramic cups
(69120023), together 90.00 EUR, freight 30.00 EUR. 90.00 is not above 150.00: duty 2 headings x 3.00 = 6.00. VAT
21 % of 90.00 + 30.00 + 6.00 = 126.00 is 26.46. Total 90.00 + 30.00 + 6.00 + 26.46 = 152.46 EUR.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from i18n.formatting import country_name
from i18n.money import sum_money
from logistics.consignment import Consignment
from logistics.customs import wording
from logistics.customs.duty import add_duty
from logistics.customs.estimate import DUTY, FREIGHT, GOODS, TAX, Estimate, LandedCost, Line
from logistics.customs.import_tax import add_import_tax
from logistics.customs.territory import territory_of
from logistics.customs.unknown import add_unknowns
from logistics.incoterms import Payer, incoterm

__all__ = ["LandedCost", "Line", "combine_landed_costs", "estimate_landed_cost"]


def estimate_landed_cost(*, consignment: Consignment, on: date, language: str = "en") -> LandedCost:
    """The estimate for one consignment on a day, in its own currency; see the steps at the head of this file."""
    estimate = Estimate(consignment, on, language)
    _add_goods(estimate)
    if consignment.is_domestic:
        estimate.add(TAX, wording.DOMESTIC_TAX_NAME, estimate.nothing, estimate.say(wording.DOMESTIC_TAX))
        return estimate.result()
    if incoterm(consignment.incoterm).import_duty is Payer.SELLER:
        _add_paid_by_seller(estimate)
        return estimate.result()
    territory = territory_of(consignment.buyer.country)
    if territory is None:
        country = country_name(consignment.buyer.country, language)
        estimate.miss(wording.NO_TERRITORY, country=country)
        return estimate.result()
    add_duty(estimate, territory)
    add_unknowns(estimate, territory)
    add_import_tax(estimate, territory)
    return estimate.result()


def _add_goods(estimate: Estimate) -> None:
    consignment = estimate.consignment
    estimate.add(GOODS, wording.GOODS, consignment.goods_value, estimate.say(wording.GOODS_BASIS))
    if consignment.freight is None:
        estimate.miss(wording.NO_FREIGHT)
    else:
        estimate.add(FREIGHT, wording.FREIGHT, consignment.freight, estimate.say(wording.FREIGHT_BASIS))
    if consignment.insurance is not None:
        estimate.add(FREIGHT, wording.INSURANCE, consignment.insurance, estimate.say(wording.INSURANCE_BASIS))


def _add_paid_by_seller(estimate: Estimate) -> None:
    basis = estimate.say(wording.SELLER_PAYS, incoterm=estimate.consignment.incoterm)
    estimate.add(DUTY, wording.RELIEF, estimate.nothing, basis)
    estimate.add(TAX, wording.TAX_NAMES["no_import_tax"], estimate.nothing, basis)


def combine_landed_costs(costs: Sequence[LandedCost]) -> LandedCost:
    """Several consignments to one buyer as one estimate: every line kept, what is missing said once."""
    first = costs[0]
    lines = tuple(line for cost in costs for line in cost.lines)
    return LandedCost(
        currency=first.currency,
        as_of=first.as_of,
        lines=lines,
        missing=tuple(dict.fromkeys(fact for cost in costs for fact in cost.missing)),
        disclaimer=first.disclaimer,
        total=sum_money((cost.total for cost in costs), first.currency),
    )
