"""The price before a reduction (Directive 98/6/EC, article 6a): the lowest one of the thirty days before it.

1. Take the records of the variant in the channel; each says what held from its moment to the next one's.
2. Cut each to the thirty days before the sale began; what lies outside counts nothing.
3. Of what is left, the regular price counts unless another sale ran all the time, and that sale's price if it ran.
4. The lowest of them; nothing where the variant was not sold there in those days.

Example: a bowl cost 12.00 EUR, from 1 to 5 November 9.00 in a sale, then 12.00 again. A sale from 20 November at 10.00
has the price before 9.00, so no reduction may be announced. The same sale from 10 December has the price before 12.00.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from catalog.pricing.price_record import PriceRecord
from catalog.pricing.reduction_rule import reduction_rule
from catalog.products.listing import VariantChannelListing
from i18n.today import day_here
from marketplace.channels.models import Channel


def prior_prices(listings: Sequence[VariantChannelListing], *, channel: Channel) -> dict[int, Decimal]:
    """By listing id, for listings of one channel that have a sale; one query, none for nothing."""
    if not listings:
        return {}
    records: dict[int, list[PriceRecord]] = defaultdict(list)
    variants = [listing.variant_id for listing in listings]
    for record in PriceRecord.objects.filter(channel=channel, variant_id__in=variants).order_by("recorded_at", "pk"):
        records[record.variant_id].append(record)
    found = {listing.pk: _lowest_before(listing, records[listing.variant_id], channel) for listing in listings}
    return {listing_id: amount for listing_id, amount in found.items() if amount is not None}


def _lowest_before(listing: VariantChannelListing, records: list[PriceRecord], channel: Channel) -> Decimal | None:
    begun = listing.sale_starts_at
    if begun is None:
        return None
    since = begun - reduction_rule(channel, on=day_here(begun)).back
    ends = [following.recorded_at for _record, following in pairwise(records)]
    asked = [
        amount
        for record, end in zip(records, [*ends, begun], strict=False)
        if record.currency == listing.currency
        for amount in _asked(record, max(record.recorded_at, since), min(end, begun))
    ]
    return min(asked, default=None)


def _asked(record: PriceRecord, start: datetime, end: datetime) -> Iterator[Decimal]:
    """The prices that held at some moment from start to end, as one record says."""
    if record.price_amount is None or start >= end:
        return
    begun, over = record.sale_starts_at, record.sale_ends_at
    if record.sale_amount is None or begun is None or record.sale_amount >= record.price_amount:
        yield record.price_amount
        return
    if begun < end and (over is None or over > start):
        yield record.sale_amount
    if begun > start or (over is not None and over < end):
        yield record.price_amount
