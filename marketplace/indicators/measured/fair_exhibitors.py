"""Who exhibited at a fair."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from marketplace.expo.models import Exhibitor
from marketplace.indicators.definition import Counted, Definition, Dimension, Unit
from marketplace.indicators.fairs import by_country
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    return Counted(by_country(Exhibitor.objects.filter(expo__slug=period.scope)))


DEFINITION = Definition(
    id="fair-exhibitors",
    position=10,
    name=_("Exhibitors"),
    description=_("Exhibitors of a fair by their country."),
    method=_("Firms in the directory of the fair, a week after its last day."),
    contributors=_("Exhibitors."),
    unit=Unit.COUNT,
    period=PeriodKind.FAIR,
    dimensions=(Dimension.COUNTRY,),
    count=count,
)
