"""What became of the quotes that were asked for in these days, and how long buyers waited for a first answer."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q, QuerySet

from orders.figures.scope import Scope
from orders.lifecycle.by import Role
from orders.quotes.quote import Quote
from orders.quotes.states import QuoteStatus


@dataclass(frozen=True, slots=True)
class QuoteFigures:
    asked: int
    answered: int
    """The seller made at least one offer."""
    won: int
    """The buyer or the seller accepted, and it became an order."""
    response_time: timedelta | None
    """Until the first offer; half of the answers took no longer. Nothing where nothing was answered."""


def quote_figures(scope: Scope) -> QuoteFigures:
    """Two statements."""
    rows = Quote.objects.filter(created_at__gte=scope.stretch.since, created_at__lt=scope.stretch.until).order_by()
    if scope.seller_id is not None:
        rows = rows.filter(seller=scope.seller_id)
    if scope.channel_id is not None:
        rows = rows.filter(request__channel=scope.channel_id)
    offered = Q(versions__author=Role.SELLER)
    counts = rows.aggregate(
        asked=Count("pk", distinct=True),
        answered=Count("pk", filter=offered, distinct=True),
        won=Count("pk", filter=Q(status=QuoteStatus.ACCEPTED), distinct=True),
    )
    return QuoteFigures(**counts, response_time=_middle(rows.filter(offered), counts["answered"]))


def _middle(answered: QuerySet[Quote], count: int) -> timedelta | None:
    if not count:
        return None
    took = ExpressionWrapper(F("first_answer") - F("created_at"), output_field=DurationField())
    times = answered.annotate(first_answer=Min("versions__created_at")).annotate(took=took)
    middle: timedelta = times.order_by("took", "pk").values_list("took", flat=True)[(count - 1) // 2]
    return middle
