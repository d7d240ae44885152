"""How the payments of the last hour's orders stand, by gateway; what is to be paid out; what cannot be."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from marketplace.gauges.reading import Reading
from orders.models import Payment, Payout
from orders.payouts.payout.states import PayoutStatus

HOUR = timedelta(hours=1)
OPEN = (PayoutStatus.PLANNED, PayoutStatus.SENT)


def read() -> Iterator[Reading]:
    recent = Payment.objects.filter(order__created_at__gte=timezone.now() - HOUR).order_by()
    for row in recent.values("gateway", "status").annotate(count=Count("pk")):
        labels = {"gateway": row["gateway"], "state": row["status"].lower()}
        yield Reading("payments_last_hour", "Payments of orders placed within an hour.", row["count"], labels)
    open_ones = Payout.objects.filter(status__in=OPEN).order_by()
    for rail, status, count in open_ones.values_list("rail", "status").annotate(count=Count("pk")):
        labels = {"rail": rail, "state": status.lower()}
        yield Reading("payouts_open", "Payouts to sellers that have not ended.", count, labels)
