"""Lots whose way can be followed."""

from __future__ import annotations

from decimal import Decimal

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Cell, Counted, Definition, Unit
from marketplace.indicators.lots.count_traced import count_traced
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    found = count_traced()
    return Counted([Cell((), Decimal(found.lots), (found.sellers,) if found.lots else ())])


DEFINITION = Definition(
    id="lots-traced",
    position=4,
    name=_("Traced lots"),
    description=_("Lots of goods whose making and way can be followed."),
    method=_(
        "Lots to which recorded events link at least two stages: distinct steps by distinct firms, of the lot itself "
        "or of what went into it, without events that were taken back; all that there are when counted."
    ),
    contributors=_("Sellers of the lots."),
    unit=Unit.COUNT,
    period=PeriodKind.DAY,
    count=count,
)
