"""Move a quote along the table of states, with the row that says who, when and why."""

from datetime import date, datetime

from orders.lifecycle.by import By
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.states import QuoteStatus, require_quote_move


def move_quote(
    quote: Quote,
    to: QuoteStatus,
    *,
    by: By,
    now: datetime,
    reason: str = "",
    valid_until: date | None = None,
) -> None:
    """The caller holds the quote's lock. Raises ``IllegalQuoteMove`` and changes nothing."""
    require_quote_move(quote.number, quote.status, to)
    before, quote.status, quote.updated_at = quote.status, to, now
    quote.valid_until = valid_until or quote.valid_until
    quote.save(update_fields=["status", "updated_at", "valid_until", "latest_version", "order"])
    QuoteEvent.objects.create(
        quote=quote,
        before=before,
        status=to,
        version=quote.latest_version,
        at=now,
        role=by.role,
        user=by.user,
        reason=reason[:1000],
    )
