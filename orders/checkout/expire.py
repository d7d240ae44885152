"""Forget baskets that nobody wants any more."""

from datetime import datetime

from django.db import transaction

from catalog.models import Reservation
from orders.checkout.checkout import KEPT_FOR, Checkout


def expire_checkouts(now: datetime, *, limit: int = 500) -> int:
    """Delete baskets untouched for ``KEPT_FOR`` with the personal data in them; returns how many. Run periodically.

    Their stock was free again long before: reservations end by themselves.
    """
    with transaction.atomic():
        old = list(
            Checkout.objects.select_for_update()
            .filter(touched_at__lt=now - KEPT_FOR)
            .order_by("pk")
            .values_list("pk", flat=True)[:limit]
        )
        Reservation.objects.filter(holder__in=old).delete()
        Checkout.objects.filter(pk__in=old).delete()
    return len(old)
