"""The buyer answers an offer with one of their own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from i18n.today import day_here
from marketplace.events.publish import publish
from orders.events import QuoteCountered
from orders.lifecycle.by import By
from orders.locks import lock_quote
from orders.quotes.check_offer import check_offer
from orders.quotes.move_quote import move_quote
from orders.quotes.offer_terms import OfferTerms
from orders.quotes.quote import Quote
from orders.quotes.states import IllegalQuoteMove, QuoteStatus, require_quote_move
from orders.quotes.write_version import write_version


def counter_quote(
    *, quote_id: UUID, terms: OfferTerms, by: By, now: datetime, shipping_address: dict[str, Any] | None = None
) -> Quote:
    """A new version by the buyer, which the seller may accept. Raises ``IllegalQuoteMove``, `Refused`.

    The address is remembered with it, for the seller's acceptance makes the order.
    """
    with transaction.atomic():
        quote = lock_quote(quote_id)
        require_quote_move(quote.number, quote.status, QuoteStatus.COUNTERED)
        today = day_here(now)
        if quote.status == QuoteStatus.OFFERED and quote.valid_until < today:
            raise IllegalQuoteMove(quote.number, QuoteStatus.EXPIRED, QuoteStatus.COUNTERED)
        check_offer(quote, terms, today=today)
        if shipping_address is not None:
            quote.shipping_address = shipping_address
            quote.save(update_fields=["shipping_address"])
        version = write_version(quote, terms, by=by, now=now)
        move_quote(quote, QuoteStatus.COUNTERED, by=by, now=now, valid_until=version.valid_until)
        publish(QuoteCountered(quote_id=str(quote.pk), version=version.number))
    return quote
