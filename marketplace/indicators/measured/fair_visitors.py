"""Who registered to visit a fair."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from marketplace.expo.visitors.visitor import Visitor
from marketplace.indicators.definition import Counted, Definition, Dimension, Unit
from marketplace.indicators.fairs import by_country
from marketplace.indicators.period import Period, PeriodKind


def count(period: Period) -> Counted:
    return Counted(by_country(Visitor.objects.registered().filter(expo__slug=period.scope)))


DEFINITION = Definition(
    id="fair-visitors",
    position=11,
    name=_("Visitors"),
    description=_("Visitors who registered for a fair, by their country."),
    method=_("Registrations that were confirmed and not withdrawn, a week after the last day; coming is not counted."),
    contributors=_("Visitors."),
    unit=Unit.COUNT,
    period=PeriodKind.FAIR,
    dimensions=(Dimension.COUNTRY,),
    count=count,
)
