"""Step 2 of the pipeline (`catalog.pricing.price`) as the database reckons it, to filter and sort by."""

from datetime import datetime

from django.db.models import Case, F, Q, When
from django.db.models.expressions import Combinable


def on_sale(at: datetime) -> Q:
    """`VariantChannelListing` rows whose sale runs at the moment: what ``VariantChannelListing.sale_runs`` says."""
    begun = Q(sale_amount__lt=F("price_amount"), sale_starts_at__lte=at)
    return begun & (Q(sale_ends_at__isnull=True) | Q(sale_ends_at__gt=at))


def current_amount(at: datetime) -> Combinable:
    """The stored price of one piece at the moment, for the same rows: regular, or the running sale's.

    ``VariantChannelListing.objects.annotate(now=current_amount(at)).order_by("now")``
    """
    return Case(When(on_sale(at), then=F("sale_amount")), default=F("price_amount"))
