"""What went abroad, in đồng."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Counted, Definition, Dimension, Unit
from marketplace.indicators.exports.goods import begins, buyers, goods
from marketplace.indicators.exports.in_vnd import Rates
from marketplace.indicators.exports.table import table
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    """Five statements, and one for each currency."""
    rates = Rates(period.last)
    cells = table(
        goods(period), buyers(period), lambda each: rates.in_vnd(each.worth, each.currency), weighs_sellers=True
    )
    return Counted(cells, rates.details())


DEFINITION = Definition(
    id="exports-value",
    position=5,
    name=_("Value of exports"),
    description=_("What left for other countries in the month, by country of destination and chapter of the tariff."),
    method=_(
        "Goods that were dispatched in the month to an address outside Vietnam: their price without tax and freight, "
        "after vouchers, in đồng at the latest stored rate on or before the last day of the month; replacements do not "
        "count, and returns are not taken off."
    ),
    contributors=_("Sellers, and buyers told apart by their e-mail address; one seller alone makes at most 85 %%."),
    unit=Unit.VND,
    period=PeriodKind.MONTH,
    dimensions=(Dimension.COUNTRY, Dimension.HS_CHAPTER),
    count=count,
    begins=begins,
)
