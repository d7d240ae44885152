"""A lead becomes a quote: the exhibitor's seller offers what was talked about at the stand.

1. The visitor lets this exhibitor have the contact, and has an account to read an offer with.
2. The request is written down as the buyer's, in the buyer's language, with who wrote it down in its history; the lines
   of the offer are what it asks for.
3. The seller's offer is its first version. From here on it is a quote like any other: nothing binds the buyer.
4. At most three a day and lead, because each writes to the visitor.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction

from catalog.models import ProductVariant
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.models import Lead
from marketplace.fair_trade.attribute import put_down_quote
from marketplace.fair_trade.buyer import buyer_of
from marketplace.sellers.models import Seller
from orders.lifecycle.by import By, Role
from orders.quotes.check_offer import MOST_LINES
from orders.quotes.offer import offer_quote
from orders.quotes.offer_terms import OfferTerms
from orders.quotes.quote import Quote
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.request_quote import RequestedLine, RequestTerms, request_quote
from orders.quotes.requested_goods import requested_goods

MOST_A_DAY = 3


@dataclass(frozen=True, slots=True)
class LeadQuoteTerms:
    """``country`` is where the goods are to go: the visitor's own unless said otherwise."""

    channel: Channel
    currency: str
    offer: OfferTerms
    country: str = ""
    text: str = ""
    """What the visitor asked for, in the words of who noted it."""


def offer_to_lead(*, lead: Lead, terms: LeadQuoteTerms, by: User, now: datetime) -> Quote:
    """The quote, offered to the visitor's account. Raises `Refused`."""
    with transaction.atomic():
        lock_exhibitor(lead.exhibitor_id)
        seller, buyer = _parties(lead, now)
        side = By(Role.SELLER, by)
        request = request_quote(
            user=buyer,
            sellers=[seller],
            terms=_request_terms(lead, terms),
            lines=_wanted(terms, lead.visitor.language, now),
            now=now,
            noted_by=side,
        )
        quote = offer_quote(quote_id=request.quotes.get().pk, terms=_answering(request, terms), by=side, now=now)
        put_down_quote(quote, lead)
    return quote


def has_contact(lead: Lead) -> bool:
    """Whether the exhibitor may know who the visitor is."""
    return Lead.objects.with_contact().filter(pk=lead.pk).exists()


def require_contact(lead: Lead) -> None:
    """Raises `Refused` for who has not given, or has taken back, the contact."""
    if not has_contact(lead):
        raise Refused(Problem("lead_id", "NO_CONTACT", _("The visitor has not given you the contact.")))


def seller_of(lead: Lead) -> Seller:
    """The seller that the exhibitor is. Raises `Refused` for one that doesn't sell here."""
    seller = lead.exhibitor.seller
    if seller is None or not seller.is_approved:
        raise Refused(Problem("lead_id", "NOT_A_SELLER", _("The exhibitor does not sell on the marketplace.")))
    return seller


def _parties(lead: Lead, now: datetime) -> tuple[Seller, User]:
    require_contact(lead)
    seller, buyer = seller_of(lead), buyer_of(lead)
    if buyer is None:
        message = _("The visitor has no account yet. Send an invitation instead.")
        raise Refused(Problem("lead_id", "NO_ACCOUNT", message))
    since = now - timedelta(days=1)
    offered = QuoteRequest.objects.filter(user=buyer, created_at__gt=since, quotes__seller=seller)
    noted = offered.filter(quotes__events__role=Role.SELLER, quotes__events__before="").distinct()
    if noted.count() >= MOST_A_DAY:
        message = _("At most %(most)s offers a day to one visitor.")
        raise Refused(Problem("lead_id", "TOO_MANY", message, {"most": MOST_A_DAY}))
    return seller, buyer


def _request_terms(lead: Lead, terms: LeadQuoteTerms) -> RequestTerms:
    return RequestTerms(
        channel=terms.channel,
        language=lead.visitor.language,
        currency=terms.currency,
        country=terms.country or lead.visitor.country,
        incoterm=terms.offer.incoterm,
        named_place=terms.offer.named_place,
        text=terms.text,
    )


def _wanted(terms: LeadQuoteTerms, language: str, now: datetime) -> list[RequestedLine]:
    """What the offer offers; goods that the market does not show are asked for in words, as at the stand."""
    lines = [
        RequestedLine(line.quantity, line.description, variant_id=line.variant_id, unit=line.unit)
        for line in terms.offer.lines
    ]
    shown = requested_goods(lines[:MOST_LINES], channel=terms.channel, language=language, now=now)
    names = _names(line.variant_id for line in lines if shown.product_of(line) is None)
    return [
        replace(line, variant_id=None, description=line.description or names[line.variant_id])
        if line.variant_id in names
        else line
        for line in lines
    ]


def _names(variant_ids: Iterable[int | None]) -> dict[int | None, str]:
    wanted = [pk for pk in variant_ids if pk is not None]
    rows = ProductVariant.objects.filter(pk__in=wanted).select_related("product")
    return {row.pk: f"{row.product.name} · {row.name}" if row.name else row.product.name for row in rows}


def _answering(request: QuoteRequest, terms: LeadQuoteTerms) -> OfferTerms:
    """The offer, each of its lines an answer to the line of the request that was made of it."""
    asked = request.lines.order_by("position").values_list("pk", flat=True)
    lines = (replace(line, request_line_id=pk) for line, pk in zip(terms.offer.lines, asked, strict=True))
    return replace(terms.offer, lines=tuple(lines))
