"""Small and medium-sized enterprises that sell here."""

from __future__ import annotations

from decimal import Decimal

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Cell, Counted, Definition, Dimension, Unit
from marketplace.indicators.listed import listed_by_craft
from marketplace.indicators.margins import with_total
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    """One statement. A seller has one trade: nobody is counted twice."""
    found = listed_by_craft()
    return Counted(with_total(Cell((each.craft,), Decimal(each.sellers), (each.sellers,)) for each in found))


DEFINITION = Definition(
    id="sellers-active",
    position=1,
    name=_("Active sellers"),
    description=_("Enterprises, household businesses and individuals of Bình Dương that have something on sale."),
    method=_("Approved sellers with at least one product that the public sees in an open market, when counted."),
    contributors=_("Sellers."),
    unit=Unit.COUNT,
    period=PeriodKind.DAY,
    dimensions=(Dimension.CRAFT,),
    count=count,
)
