"""Which lines of a request a seller is shown."""

from django.db.models import Q, QuerySet

from orders.quotes.quote_request import QuoteRequest, QuoteRequestLine


def lines_for(request: QuoteRequest, seller_id: int) -> QuerySet[QuoteRequestLine]:
    """What is asked in words, and the seller's own goods; never those of another seller who was asked as well."""
    return request.lines.filter(Q(seller__isnull=True) | Q(seller=seller_id)).order_by("position")
