"""Exchange rates of the demo: plausible, dated, and labelled as the demo's own."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from i18n.rate_feeds.record import PublishedRate
from i18n.store_rates import store_rates
from marketplace.demo.world import read


def store_demo_rates() -> None:
    """One rate per currency against the euro: yesterday's for today's estimates, an older one for the older orders."""
    now = timezone.now()
    records = [
        PublishedRate(base="EUR", quote=quote, rate=Decimal(rate), on=now.date() - timedelta(days=days_ago))
        for days_ago in (90, 1)
        for quote, rate in read("exchange_rates.toml")["EUR"].items()
    ]
    store_rates(source="demo", records=records, now=now)
