"""How many lines of goods went abroad."""

from __future__ import annotations

from decimal import Decimal

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Counted, Definition, Dimension, Unit
from marketplace.indicators.exports.goods import begins, buyers, goods
from marketplace.indicators.exports.table import table
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    """Five statements."""
    cells = table(goods(period), buyers(period), lambda each: Decimal(each.items), weighs_sellers=False)
    return Counted(cells)


DEFINITION = Definition(
    id="export-items",
    position=6,
    name=_("Export items"),
    description=_("Lines of goods that left for other countries in the month, by country and chapter of the tariff."),
    method=_(
        "One line is one kind of goods in one dispatch to an address outside Vietnam, whatever the quantity; "
        "replacements do not count."
    ),
    contributors=_("Sellers, and buyers told apart by their e-mail address."),
    unit=Unit.COUNT,
    period=PeriodKind.MONTH,
    dimensions=(Dimension.COUNTRY, Dimension.HS_CHAPTER),
    count=count,
    begins=begins,
)
