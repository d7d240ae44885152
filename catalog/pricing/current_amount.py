"""Step 2 of the pipeline (`catalog.pricing.price`) as the database reckons it, to filter and sort by."""

from datetime import datetime

from django.db.models import Case, F, Q, When
from django.db.models.expressions import Combinable


def current_amount(at: datetime) -> Combinable:
    """The stored price of one piece at the moment, for `VariantChannelListing` rows: regular, or the running sale's.

    ``VariantChannelListing.objects.annotate(now=current_amount(at)).filter(now__lte=…)``
    """
    running = Q(sale_amount__lt=F("price_amount"), sale_starts_at__lte=at) & (
        Q(sale_ends_at__isnull=True) | Q(sale_ends_at__gt=at)
    )
    return Case(When(running, then=F("sale_amount")), default=F("price_amount"))
