"""Quotes: the seller who is asked is told, and the operator."""

from uuid import UUID

from django.utils import timezone

from marketplace.graphql import to_global_id
from marketplace.webhook_events.snapshots import quote_facts
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.queue import Happening, listeners, queue_webhooks
from orders.events import (
    QuoteAccepted,
    QuoteCountered,
    QuoteDeclined,
    QuoteExpired,
    QuoteOffered,
    QuoteRequested,
    QuoteWithdrawn,
)
from orders.quotes.quote import Quote

QuoteMoved = QuoteOffered | QuoteCountered | QuoteDeclined | QuoteWithdrawn | QuoteExpired


def tell_quote_requested(event: QuoteRequested) -> None:
    _tell(WebhookEventType.QUOTE_REQUESTED, event.quote_id)


def tell_quote_changed(event: QuoteMoved) -> None:
    _tell(WebhookEventType.QUOTE_CHANGED, event.quote_id)


def tell_quote_accepted(event: QuoteAccepted) -> None:
    _tell(WebhookEventType.QUOTE_ACCEPTED, event.quote_id)


def _tell(event_type: WebhookEventType, quote_id: str) -> None:
    wanted = listeners(event_type)
    quote = Quote.objects.filter(pk=UUID(quote_id)).first() if wanted else None
    if quote is None:
        return
    ids = {"quote": to_global_id("Quote", quote.pk), "seller": to_global_id("Seller", quote.seller_id)}
    if quote.order_id is not None:
        ids["order"] = to_global_id("Order", quote.order_id)
    told = [Happening(event_type, listener, ids, quote_facts(quote)) for listener in (None, quote.seller_id)]
    queue_webhooks(told, now=timezone.now())
