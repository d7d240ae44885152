"""Quotes that buyers asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce, NullIf, Upper

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import UNKNOWN, Cell, Counted, Definition, Dimension, Unit
from marketplace.indicators.margins import with_total
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.trade import counted_by, first_day_of, within
from orders.models import Quote


def count(period: Period) -> Counted:
    """Two statements."""
    asked = Quote.objects.filter(**within(period.since, period.until)).annotate(
        country=Coalesce(NullIf(Upper("request__country"), Value("")), Value(UNKNOWN)), buyer=F("request__user")
    )
    counts = {
        "quotes": Count("pk", distinct=True),
        "sellers": Count("seller", distinct=True),
        "buyers": Count("buyer", distinct=True),
    }
    everybody = asked.aggregate(**counts)
    cells = [
        Cell(key, Decimal(row["quotes"]), (row["sellers"], row["buyers"]))
        for key, row in sorted(counted_by(asked, "country", **counts).items())
    ]
    return Counted(with_total(cells, (everybody["sellers"], everybody["buyers"])))


def begins() -> date | None:
    return first_day_of(Quote)


DEFINITION = Definition(
    id="quotes-asked",
    position=8,
    name=_("Quotes asked for"),
    description=_("Requests for quotation in the month, by the country that the goods are to go to."),
    method=_("Each seller who was asked counts: a request to three sellers is three; whatever became of it."),
    contributors=_("Sellers, and buyers by their accounts."),
    unit=Unit.COUNT,
    period=PeriodKind.MONTH,
    dimensions=(Dimension.COUNTRY,),
    count=count,
    begins=begins,
)
