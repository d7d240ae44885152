"""Deals are put down to the leads they came of. Reactions to events: each may come twice and counts once.

1. A deal is a quote, or one seller's part of an order.
2. Its lead is the latest one of the same buyer and seller, made before the deal, at a fair whose window is still open.
3. What the other side does afterwards (an offer, a cancellation) changes the amount or the standing of that row.
4. A scan that arrives late, from a telephone without a network, looks back for deals made since.

Example: scanned on 2027-03-10 at a fair that ends on 2027-03-12, asked for a quote on 2027-06-01: the fair's.
Asked on 2028-03-20: nobody's.
"""

from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.expo.leads.events import LeadRecorded
from marketplace.expo.models import Lead
from marketplace.fair_trade.buyer import buyer_of, lead_behind
from marketplace.fair_trade.outcome import LeadOutcome, OutcomeKind
from orders.events import (
    OrderPlaced,
    QuoteAccepted,
    QuoteCountered,
    QuoteOffered,
    QuoteRequested,
    SellerOrderCanceled,
)
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.quotes.quote import Quote
from orders.quotes.quote_version import goods_total

Deal = Quote | SellerOrder


def follow_request(event: QuoteRequested) -> None:
    """Reaction: a buyer asked for an offer."""
    _follow_quote(event.quote_id)


def follow_offer(event: QuoteOffered | QuoteCountered) -> None:
    """Reaction: there is a new version, of another amount."""
    _follow_quote(event.quote_id)


def follow_acceptance(event: QuoteAccepted) -> None:
    """Reaction: what was agreed on is what the quote comes to; its order is told by ``OrderPlaced``."""
    _follow_quote(event.quote_id)


def follow_order(event: OrderPlaced) -> None:
    """Reaction: each seller's part may have come of a lead of its own."""
    for part in SellerOrder.objects.filter(order=UUID(event.order_id)).select_related("order__user").order_by("pk"):
        _note_order(part)


def follow_cancellation(event: SellerOrderCanceled) -> None:
    """Reaction: nothing came of it after all; an order called off as a whole says so of each of its parts."""
    of_part = LeadOutcome.objects.standing().filter(kind=OutcomeKind.ORDER, reference=UUID(event.seller_order_id))
    of_part.update(canceled_at=timezone.now())


def look_back(event: LeadRecorded) -> None:
    """Reaction: deals that were made after the scan and before it arrived here."""
    lead = Lead.objects.filter(pk=event.lead_id).select_related("exhibitor", "visitor").first()
    buyer = buyer_of(lead) if lead is not None else None
    if lead is None or buyer is None or lead.exhibitor.seller_id is None:
        return
    seller = lead.exhibitor.seller_id
    quotes = Quote.objects.filter(request__user=buyer, seller=seller, created_at__gte=lead.scanned_at)
    for quote_id in quotes.values_list("pk", flat=True):
        _follow_quote(str(quote_id))
    parts = SellerOrder.objects.filter(order__user=buyer, seller=seller, created_at__gte=lead.scanned_at)
    for part in parts.select_related("order__user"):
        _note_order(part)


def put_down_quote(quote: Quote, lead: Lead) -> None:
    """Of a quote that was made of this very lead."""
    _write(OutcomeKind.QUOTE, quote, lead, _comes_to(quote), quote.request.currency)


def _follow_quote(quote_id: str) -> None:
    quote = Quote.objects.select_related("request__user").get(pk=quote_id)
    amount, currency = _comes_to(quote), quote.request.currency
    known = LeadOutcome.objects.filter(kind=OutcomeKind.QUOTE, reference=quote.pk)
    if not known.update(amount=amount, currency=currency):
        _write(OutcomeKind.QUOTE, quote, _behind(quote, quote.request.user), amount, currency)


def _comes_to(quote: Quote) -> Decimal:
    """The latest version with its freight; nothing while there is no offer."""
    version = quote.versions.filter(number=quote.latest_version).first()
    return (goods_total(version, list(version.lines.all())) + version.freight).amount if version else Decimal(0)


def _note_order(part: SellerOrder) -> None:
    """An order that was a quote came of the quote's lead."""
    quoted = Quote.objects.filter(order=part.order_id, seller=part.seller_id).values("pk")
    known = LeadOutcome.objects.filter(kind=OutcomeKind.QUOTE, reference__in=quoted, lead__isnull=False).first()
    lead = known.lead if known is not None else _behind(part, part.order.user)
    _write(OutcomeKind.ORDER, part, lead, part.total_amount, part.currency)


def _behind(deal: Deal, user: User | None) -> Lead | None:
    return lead_behind(user=user, seller_id=deal.seller_id, at=deal.created_at) if user is not None else None


def _write(kind: OutcomeKind, deal: Deal, lead: Lead | None, amount: Decimal, currency: str) -> None:
    """Two deliveries at once make one row: the constraint on kind and reference decides."""
    if lead is None:
        return
    about = {"lead": lead, "exhibitor": lead.exhibitor, "number": deal.number, "at": deal.created_at}
    gone = timezone.now() if deal.status == SellerOrderStatus.CANCELED else None
    LeadOutcome.objects.get_or_create(
        kind=kind, reference=deal.pk, defaults={**about, "amount": amount, "currency": currency, "canceled_at": gone}
    )
