"""Close what nobody answered in time."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.today import day_here
from marketplace.events.publish import publish
from orders.events import QuoteExpired
from orders.lifecycle.by import SYSTEM
from orders.locks import lock_quote
from orders.quotes.move_quote import move_quote
from orders.quotes.quote import Quote
from orders.quotes.states import OPEN, QuoteStatus


def expire_quotes(now: datetime, *, limit: int = 200) -> int:
    """Up to ``limit`` overdue quotes, each in a transaction of its own; how many. Run periodically."""
    overdue = Quote.objects.overdue(day_here(now)).order_by("valid_until")
    return sum(_expire(quote_id, now) for quote_id in list(overdue.values_list("pk", flat=True)[:limit]))


def _expire(quote_id: UUID, now: datetime) -> bool:
    with transaction.atomic():
        quote = lock_quote(quote_id)
        if quote.status not in OPEN or quote.valid_until >= day_here(now):
            return False  # answered while this one waited for the lock
        move_quote(quote, QuoteStatus.EXPIRED, by=SYSTEM, now=now)
        publish(QuoteExpired(quote_id=str(quote.pk)))
    return True
