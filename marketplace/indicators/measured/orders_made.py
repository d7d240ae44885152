"""Orders that became sales."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Count

from i18n.messages import gettext_noop as _
from marketplace.indicators.definition import Cell, Counted, Definition, Dimension, Unit
from marketplace.indicators.margins import with_total
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.trade import buyer, counted_by, country_in, first_day_of, within
from orders.figures.scope import MADE
from orders.models import Order, SellerOrder


def count(period: Period) -> Counted:
    """Two statements. An order goes to one country; a seller or buyer may be behind several."""
    made = SellerOrder.objects.filter(
        status__in=MADE, **within(period.since, period.until, "order__created_at")
    ).annotate(country=country_in("order__shipping_address"), buyer=buyer("order__email"))
    counts = {
        "orders": Count("order", distinct=True),
        "sellers": Count("seller", distinct=True),
        "buyers": Count("buyer", distinct=True),
    }
    by_country = counted_by(made, "country", **counts)
    everybody = made.aggregate(**counts)
    cells = [
        Cell(key, Decimal(row["orders"]), (row["sellers"], row["buyers"])) for key, row in sorted(by_country.items())
    ]
    return Counted(with_total(cells, (everybody["sellers"], everybody["buyers"])))


def begins() -> date | None:
    return first_day_of(Order)


DEFINITION = Definition(
    id="orders-made",
    position=9,
    name=_("Orders"),
    description=_("Orders placed in the month, by the country that the goods go to, Vietnam included."),
    method=_(
        "Orders placed in the month, of which at least one seller’s part was paid or otherwise confirmed and not "
        "called off when counted; an order of goods of several sellers is one."
    ),
    contributors=_("Sellers, and buyers told apart by their e-mail address."),
    unit=Unit.COUNT,
    period=PeriodKind.MONTH,
    dimensions=(Dimension.COUNTRY,),
    count=count,
    begins=begins,
)
