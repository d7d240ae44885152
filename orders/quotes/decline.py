"""Say no: decline what the other side said last, or take back what one said oneself."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from marketplace.events.publish import publish
from orders.events import QuoteDeclined, QuoteWithdrawn
from orders.lifecycle.by import By
from orders.locks import lock_quote
from orders.quotes.move_quote import move_quote
from orders.quotes.quote import Quote
from orders.quotes.states import IllegalQuoteMove, QuoteStatus, spoke_last, turn


def decline_quote(*, quote_id: UUID, by: By, reason: str, now: datetime) -> Quote:
    """Whose turn it is does not want it. Doing it twice changes nothing; raises ``IllegalQuoteMove``."""
    with transaction.atomic():
        quote = lock_quote(quote_id)
        if quote.status == QuoteStatus.DECLINED:
            return quote
        if turn(quote.status) != by.role:
            raise IllegalQuoteMove(quote.number, quote.status, QuoteStatus.DECLINED)
        move_quote(quote, QuoteStatus.DECLINED, by=by, now=now, reason=reason)
        publish(QuoteDeclined(quote_id=str(quote.pk)))
    return quote


def withdraw_quote(*, quote_id: UUID, by: By, reason: str, now: datetime) -> Quote:
    """Who spoke last takes it back: the buyer a request or a counter-offer, the seller an offer."""
    with transaction.atomic():
        quote = lock_quote(quote_id)
        if quote.status == QuoteStatus.WITHDRAWN:
            return quote
        if spoke_last(quote.status) != by.role:
            raise IllegalQuoteMove(quote.number, quote.status, QuoteStatus.WITHDRAWN)
        move_quote(quote, QuoteStatus.WITHDRAWN, by=by, now=now, reason=reason)
        publish(QuoteWithdrawn(quote_id=str(quote.pk)))
    return quote
