"""Keep what a feed published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from i18n.exchange_rate import ExchangeRate
from i18n.rate_feeds.record import PublishedRate

_STORED_DIGITS = Decimal("1e-10")


@dataclass(frozen=True, slots=True)
class RatesStored:
    """How many rates were new, corrected by their source, and already known."""

    created: int
    corrected: int
    unchanged: int


def store_rates(*, source: str, records: Iterable[PublishedRate], now: datetime) -> RatesStored:
    """Store a feed's rates: all or none, and the same file twice changes nothing.

    There is one rate per pair, day and source; a rate the source has corrected replaces the old one.
    """
    wanted = {
        (record.base, record.quote, record.on): ExchangeRate(
            base=record.base,
            quote=record.quote,
            on=record.on,
            rate=record.rate.quantize(_STORED_DIGITS),
            source=source,
            fetched_at=now,
        )
        for record in records
    }
    with transaction.atomic():
        days = {on for _base, _quote, on in wanted}
        known = {
            (row.base, row.quote, row.on): row.rate for row in ExchangeRate.objects.filter(source=source, on__in=days)
        }
        changed = [row for key, row in wanted.items() if known.get(key) != row.rate]
        ExchangeRate.objects.bulk_create(
            changed,
            batch_size=1000,
            update_conflicts=True,
            unique_fields=["base", "quote", "on", "source"],
            update_fields=["rate", "fetched_at"],
        )
    corrected = sum(1 for row in changed if (row.base, row.quote, row.on) in known)
    return RatesStored(len(changed) - corrected, corrected, len(wanted) - len(changed))
