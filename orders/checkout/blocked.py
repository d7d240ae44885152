"""Goods in a basket that the country they go to does not let in, or only with papers."""

from collections.abc import Sequence
from datetime import date

from i18n.formatting import country_name
from logistics.customs.restricted.check import blocked, goods_of, rules_for
from logistics.customs.restricted.rule import TradeRule
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.priced import PricedLine


def blocked_in(rows: Sequence[CheckoutLine], *, country: str, on: date, language: str) -> dict[int, str]:
    """By line what the country is called that does not let the goods in; nothing while there is no address."""
    if not country:
        return {}
    name = country_name(country, language)
    return {row.pk: name for row in rows if blocked(row.variant.product, country=country, on=on)}


def rules_of_lines(lines: Sequence[PricedLine], *, country: str, on: date) -> list[tuple[PricedLine, list[TradeRule]]]:
    """What the country asks of each line's goods; lines of which nothing is asked are left out."""
    found = ((line, rules_for(goods_of(line.variant.product), country=country, on=on)) for line in lines)
    return [(line, rules) for line, rules in found if rules]
