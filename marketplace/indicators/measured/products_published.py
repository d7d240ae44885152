"""Products that the public sees."""

from __future__ import annotations

from decimal import Decimal

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Cell, Counted, Definition, Dimension, Unit
from marketplace.indicators.listed import listed_by_craft
from marketplace.indicators.margins import with_total
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    """One statement."""
    found = listed_by_craft()
    return Counted(with_total(Cell((each.craft,), Decimal(each.products), (each.sellers,)) for each in found))


DEFINITION = Definition(
    id="products-published",
    position=2,
    name=_("Published products"),
    description=_("Products on sale, by the trade of their sellers."),
    method=_("Products that the public sees in at least one open market, each once, when counted; variants are not."),
    contributors=_("Sellers of the products."),
    unit=Unit.COUNT,
    period=PeriodKind.DAY,
    dimensions=(Dimension.CRAFT,),
    count=count,
)
