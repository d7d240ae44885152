"""Ask the rules about goods on their way to a country."""

from __future__ import annotations

from datetime import date

from catalog.models import Product
from i18n.text import fold, runs
from logistics.customs.restricted.rule import Goods, TradeRule, TradeStatus, trade_rules

ORDER = (TradeStatus.BLOCKED, TradeStatus.PAPERS, TradeStatus.NOTE)


def goods_of(product: Product) -> Goods:
    """What the seller states of a product."""
    words = " ".join(word for word, _cjk in runs(fold(f"{product.name} {product.material} {product.species}")))
    return Goods(
        hs_code=product.hs_code,
        restrictions=tuple(product.restrictions),
        species=tuple(fold(name) for name in product.species_names),
        words=f" {words} ",
    )


def rules_for(goods: Goods, *, country: str, on: date, for_makers: bool = False) -> list[TradeRule]:
    """What holds on the day, the worst first. Reminders for makers only where they are asked for.

    A rule about a whole genus stands back where a stricter one names the species: rosewood of appendix I is blocked,
    and no permit helps.
    """
    found = [
        rule
        for rule in trade_rules()
        if rule.is_for(country) and rule.since.holds_on(on) and (for_makers or not rule.for_makers) and rule.fits(goods)
    ]
    if any(rule.code == "CITES_I" for rule in found):
        found = [rule for rule in found if rule.code != "CITES_II"]
    return sorted(found, key=lambda rule: (ORDER.index(rule.status), rule.code))


def blocked(product: Product, *, country: str, on: date) -> TradeRule | None:
    """The rule because of which the product cannot be ordered there."""
    rules = rules_for(goods_of(product), country=country, on=on)
    return next((rule for rule in rules if rule.status == TradeStatus.BLOCKED), None)
