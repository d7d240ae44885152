"""The seller answers: a first offer, a better one, or an answer to a counter-offer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.today import day_here
from marketplace.events.publish import publish
from orders.events import QuoteOffered
from orders.lifecycle.by import By
from orders.locks import lock_quote
from orders.quotes.check_offer import check_offer
from orders.quotes.move_quote import move_quote
from orders.quotes.offer_terms import OfferTerms
from orders.quotes.quote import Quote
from orders.quotes.states import QuoteStatus, require_quote_move
from orders.quotes.write_version import write_version


def offer_quote(*, quote_id: UUID, terms: OfferTerms, by: By, now: datetime) -> Quote:
    """A new version by the seller; earlier ones can't be accepted any more. Raises ``IllegalQuoteMove``, `Refused`."""
    with transaction.atomic():
        quote = lock_quote(quote_id)
        require_quote_move(quote.number, quote.status, QuoteStatus.OFFERED)
        check_offer(quote, terms, today=day_here(now))
        version = write_version(quote, terms, by=by, now=now)
        move_quote(quote, QuoteStatus.OFFERED, by=by, now=now, valid_until=version.valid_until)
        publish(QuoteOffered(quote_id=str(quote.pk), version=version.number))
    return quote
