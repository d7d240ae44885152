"""How often goods came when they were promised."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Min, Q
from django.db.models.functions import TruncDate

from i18n.messages import gettext_noop as _
from i18n.today import HERE
from logistics.shipments.shipment import Shipment
from logistics.shipments.status import ShipmentStatus
from marketplace.indicators.definition import Cell, Counted, Definition, Unit
from marketplace.indicators.period import Period, PeriodKind
from marketplace.indicators.trade import buyer
from orders.fulfillment.fulfillment import Fulfillment, FulfillmentKind


def count(period: Period) -> Counted:
    """One statement."""
    due = Fulfillment.objects.filter(
        kind=FulfillmentKind.ORDERED,
        shipment__promised_delivery__gte=period.first,
        shipment__promised_delivery__lte=period.last,
        shipment__shipped_at__isnull=False,
    ).exclude(shipment__status=ShipmentStatus.CANCELLED)
    in_time = Q(came_on__lte=F("shipment__promised_delivery"))
    found = due.annotate(
        came_on=TruncDate("shipment__delivered_at", tzinfo=HERE), buyer=buyer("seller_order__order__email")
    ).aggregate(
        due=Count("pk"),
        kept=Count("pk", filter=in_time),
        sellers=Count("seller_order__seller", distinct=True),
        buyers=Count("buyer", distinct=True),
    )
    if not found["due"]:
        return Counted([])
    share = Decimal(100 * found["kept"]) / found["due"]
    return Counted([Cell((), share, (found["sellers"], found["buyers"]))])


def begins() -> date | None:
    return Shipment.objects.order_by().aggregate(first=Min("promised_delivery"))["first"]


DEFINITION = Definition(
    id="shipping-on-time",
    position=7,
    name=_("Shipments on time"),
    description=_("The share of shipments that arrived on the promised day or before."),
    method=_(
        "Of the shipments on their way whose promised day of delivery lies in the month, those that had been delivered "
        "by the end of that day in Vietnam; what had not come when counted is late. A month without any has no figure."
    ),
    contributors=_("Sellers, and buyers told apart by their e-mail address."),
    unit=Unit.PERCENT,
    period=PeriodKind.MONTH,
    count=count,
    is_additive=False,
    begins=begins,
)
