"""How many orders were called off, and how many came later than the buyer was told."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import (
    Count,
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from orders.figures.scope import Scope
from orders.lifecycle.order_event import OrderEvent, OrderEventType
from orders.lifecycle.states import SellerOrderStatus


@dataclass(frozen=True, slots=True)
class Punctuality:
    canceled: int
    """Called off as a whole."""
    canceled_by_seller: int
    promised: int
    """Sold with a longest time of delivery, and either delivered or over that time: what lateness can be told of."""
    late: int
    """Delivered after the longest time, counted from the confirmation; or over it and not delivered yet."""


def punctuality(scope: Scope, *, now: datetime) -> Punctuality:
    """Two statements."""
    canceled = scope.placed().filter(status=SellerOrderStatus.CANCELED)
    by_seller = Q(events__type=OrderEventType.CANCELED, events__role="SELLER")
    counts = canceled.aggregate(
        canceled=Count("pk", distinct=True), canceled_by_seller=Count("pk", filter=by_seller, distinct=True)
    )
    length = ExpressionWrapper(
        Cast("maximum_days", IntegerField()) * Value(timedelta(days=1)), output_field=DurationField()
    )
    promised = (
        scope.sold()
        .filter(maximum_days__isnull=False)
        .annotate(
            delivered=_moment(OrderEventType.DELIVERED),
            begun=Coalesce(_moment(OrderEventType.CONFIRMED), F("created_at")),
        )
    )
    due = ExpressionWrapper(F("begun") + length, output_field=DateTimeField())
    late = Q(delivered__gt=F("due")) | Q(delivered=None, due__lt=now)
    kept = promised.annotate(due=due).aggregate(
        promised=Count("pk", filter=Q(delivered__isnull=False) | Q(due__lt=now)), late=Count("pk", filter=late)
    )
    return Punctuality(**counts, **kept)


def _moment(type: OrderEventType) -> Subquery:
    """The latest of this type: a part that waited for money again begins anew."""
    events = OrderEvent.objects.filter(seller_order=OuterRef("pk"), type=type)
    return Subquery(events.order_by("-at").values("at")[:1])
