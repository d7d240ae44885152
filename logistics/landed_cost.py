"""Landed cost: what goods cost the buyer in the end, import included. An estimate that says what it does not know.

1. Goods: the sum of the items. Freight and insurance: as the consignment has them; without freight the
   estimate is incomplete.
2. Within one country nothing is imported. Otherwise duty, tax and fees are worked out as below; under an Incoterm by
   which the seller pays import (DDP) they are his, and not in the buyer's total.
3. Customs value: goods, with freight and insurance where the territory counts them (CIF: EU, UK, Japan, Korea, China,
   Switzerland), without them where it does not (FOB: United States, Australia). Both are spread over the items by
   value, to the last minor unit. Personal imports into Japan: 60 % of the price.
4. Small consignments: a relief (UK 135 GBP, Japan 10,000 JPY, Korea 150 USD, Australia 1,000 AUD), or the EU's 3 EUR
   for each distinct six-digit heading instead of the duty, for private buyers and goods up to 150 EUR, unless
   preferential origin is declared.
5. Otherwise duty for each item by the longest heading on record: a percentage of the customs value, an amount by weight
   or number, both, with a least and a most. A heading without a rate is *missing*, never 0.
6. Additional duties and fees that are sure are added; the others are lines with limits and without an amount.
7. Import tax: (goods + freight + insurance + known duty) x rate, rounded once; by goods where several rates hold.
8. Japan and Korea cut amounts down to whole steps, in their own currency.
9. Total: the buyer's lines that have an amount. ``complete`` only if nothing is missing.

Worked example. A private buyer in Rotterdam on 2026-11-21 buys one lacquer bowl (44209099) and two ceramic cups
(69120023), together 90.00 EUR, freight 30.00 EUR. 90.00 is not above 150.00: duty 2 headings x 3.00 = 6.00. VAT
21 % of 90.00 + 30.00 + 6.00 = 126.00 is 26.46. Total 90.00 + 30.00 + 6.00 + 26.46 = 152.46 EUR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from i18n.formatting import country_name
from i18n.money import sum_money
from logistics.consignment import Consignment
from logistics.customs import wording
from logistics.customs.charges import add_charges
from logistics.customs.customs_value import customs_values, personal_valuation
from logistics.customs.duty import add_duty
from logistics.customs.estimate import FREIGHT, GOODS, TAX, Estimate, LandedCost, Line
from logistics.customs.import_tax import add_import_tax
from logistics.customs.rules.rulebook import Rulebook, rulebook
from logistics.customs.territory import Territory
from logistics.incoterms import Payer, incoterm

__all__ = ["LandedCost", "Line", "combine_landed_costs", "estimate_landed_cost", "estimate_landed_costs"]


def estimate_landed_cost(
    *, consignment: Consignment, on: date, language: str = "en", rules: Rulebook | None = None
) -> LandedCost:
    """The estimate for one consignment on a day, in its own currency; see the steps at the head of this file.

    ``rules``: as they were known at another moment; otherwise as they are known now.
    """
    book = rules or rulebook()
    territory = None if consignment.is_domestic else book.territory_of(consignment.buyer.country)
    estimate = Estimate(consignment, on, language, territory)
    _add_goods(estimate)
    if consignment.is_domestic:
        estimate.add(TAX, wording.DOMESTIC_TAX_NAME, estimate.nothing, estimate.say(wording.DOMESTIC_TAX))
    elif territory is None:
        country = country_name(consignment.buyer.country, language)
        estimate.miss(wording.NO_TERRITORY, country=country)
    else:
        _add_import(estimate, territory)
    return estimate.result(edition=book.edition)


def estimate_landed_costs(*, consignments: Sequence[Consignment], on: date, language: str = "en") -> list[LandedCost]:
    """The estimates for several consignments, by the same rules, which are read once."""
    book = rulebook()
    return [estimate_landed_cost(consignment=each, on=on, language=language, rules=book) for each in consignments]


def _add_goods(estimate: Estimate) -> None:
    consignment = estimate.consignment
    shares = [item.total_value for item in consignment.items]
    basis = estimate.say(wording.GOODS_BASIS)
    estimate.add(GOODS, wording.GOODS, consignment.goods_value, basis, shares=shares)
    if consignment.freight is None:
        estimate.miss(wording.NO_FREIGHT)
    else:
        estimate.add(FREIGHT, wording.FREIGHT, consignment.freight, estimate.say(wording.FREIGHT_BASIS))
    if consignment.insurance is not None:
        estimate.add(FREIGHT, wording.INSURANCE, consignment.insurance, estimate.say(wording.INSURANCE_BASIS))


def _add_import(estimate: Estimate, territory: Territory) -> None:
    """Duty, additional duty, fees and tax; what the seller pays lacks nothing for the buyer."""
    missing = list(estimate.missing)
    estimate.payer = incoterm(estimate.consignment.incoterm).import_duty
    estimate.customs_values = customs_values(estimate, territory)
    estimate.valued_at_share = personal_valuation(estimate, territory) is not None
    estimate.customs_value_guessed = territory.value_includes_freight and estimate.consignment.freight is None
    add_duty(estimate, territory)
    add_charges(estimate, territory)
    add_import_tax(estimate, territory)
    if estimate.payer == Payer.SELLER:
        estimate.missing = missing
        told = estimate.say(wording.SELLER_PAYS, incoterm=estimate.consignment.incoterm)
        estimate.lines = [
            replace(line, basis=f"{told}. {line.basis}") if line.payer == Payer.SELLER else line
            for line in estimate.lines
        ]
    elif territory.other_rules_for == "consumer" and not estimate.consignment.buyer.is_business:
        country = country_name(estimate.consignment.buyer.country, estimate.language)
        estimate.miss(wording.OTHER_RULES_FOR_CONSUMERS, country=country)


def combine_landed_costs(costs: Sequence[LandedCost]) -> LandedCost:
    """Several consignments to one buyer as one estimate: every line kept, what is missing said once."""
    first = costs[0]
    items = [item for cost in costs for item in cost.items]
    return LandedCost(
        currency=first.currency,
        as_of=first.as_of,
        lines=tuple(line for cost in costs for line in cost.lines),
        missing=tuple(dict.fromkeys(fact for cost in costs for fact in cost.missing)),
        disclaimer=first.disclaimer,
        total=sum_money((cost.total for cost in costs), first.currency),
        incoterm=first.incoterm,
        edition=first.edition,
        items=tuple(replace(item, index=index) for index, item in enumerate(items)),
    )
