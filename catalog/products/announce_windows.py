"""Tell the world of what begins and ends by itself: windows of publication and purchase, and sales.

1. Lock the clock: up to which moment everybody has been told.
2. Find the products with a moment after it, up to now.
3. Publish `ProductsChanged` for them and move the clock to now, in one transaction.

So nothing is lost when the job dies, and nothing is told twice when it runs twice. A window that is entered later than
it begins needs no clock: its own change is told when it is committed.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from catalog.products.changed import products_changed
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.listing_clock import ListingClock

_WINDOWS = ("published_at", "published_until", "available_for_purchase_at", "available_for_purchase_until")
_SALES = ("sale_starts_at", "sale_ends_at")


def announce_windows(*, now: datetime) -> int:
    """Returns how many products something began or ended for. The first run only sets the clock."""
    with transaction.atomic():
        clock, is_new = ListingClock.objects.select_for_update().get_or_create(pk=1, defaults={"told_until": now})
        if is_new or clock.told_until >= now:
            return 0
        changed = _between(clock.told_until, now)
        products_changed(changed)
        clock.told_until = now
        clock.save(update_fields=["told_until"])
    return len(changed)


def _between(since: datetime, until: datetime) -> set[int]:
    """One small question for every moment: each has an index of its own."""
    found: set[int] = set()
    for name in _WINDOWS:
        listings = ProductChannelListing.objects.filter(_in(name, since, until), is_published=True)
        found.update(listings.order_by().values_list("product_id", flat=True))
    for name in _SALES:
        prices = VariantChannelListing.objects.filter(_in(name, since, until))
        found.update(prices.order_by().values_list("variant__product_id", flat=True))
    return found


def _in(name: str, since: datetime, until: datetime) -> Q:
    return Q(**{f"{name}__gt": since, f"{name}__lte": until})
