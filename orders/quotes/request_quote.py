"""Ask one seller or several for an offer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from i18n.today import day_here
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.channels.switches import Switch, require_on
from marketplace.events.publish import publish
from marketplace.sellers.models import Seller
from orders.attachments.store import CleanFile, store_files
from orders.events import QuoteRequested
from orders.lifecycle.by import By, Role
from orders.quotes.check_request import check_request
from orders.quotes.number import next_quote_number
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.quote_request import QuoteRequest, QuoteRequestFile, QuoteRequestLine
from orders.quotes.states import QuoteStatus
from orders.quotes.unit import QuoteUnit

ANSWER_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RequestedLine:
    """Goods (``variant_id``, or ``product_id`` alone while the form is open), or something in words."""

    quantity: int
    description: str = ""
    product_id: int | None = None
    variant_id: int | None = None
    unit: QuoteUnit = QuoteUnit.PIECE
    target_amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RequestTerms:
    channel: Channel
    language: str
    currency: str
    country: str
    incoterm: str
    named_place: str = ""
    text: str = ""
    wanted_by: date | None = None
    shipping_address: dict[str, Any] | None = None
    is_sample: bool = False


def request_quote(
    *,
    user: User,
    sellers: Sequence[Seller],
    terms: RequestTerms,
    lines: Sequence[RequestedLine],
    now: datetime,
    files: Sequence[CleanFile] = (),
    noted_by: By | None = None,
) -> QuoteRequest:
    """Write it down and tell every seller; each gets a quote of its own and hears nothing of the others.

    ``noted_by`` is who wrote it down for a buyer who asked by word of mouth, at a fair say: the history names them.
    Raises `Refused` with everything that is wrong, and ``FeatureOff``:
    a market may take no requests, but what was asked for by word of mouth can still be noted down.
    """
    if noted_by is None:
        require_on(terms.channel, Switch.SAMPLES if terms.is_sample else Switch.QUOTE_REQUESTS)
    goods = check_request(user=user, sellers=sellers, terms=terms, lines=lines, files=files, now=now)
    with transaction.atomic():
        request = QuoteRequest.objects.create(
            number=next_quote_number("RFQ", now.year),
            user=user,
            created_at=now,
            **{name: getattr(terms, name) for name in RequestTerms.__slots__},
        )
        QuoteRequestLine.objects.bulk_create(
            _line(request, line, goods, position) for position, line in enumerate(lines, start=1)
        )
        store_files(QuoteRequestFile, files, request=request)
        for quote in _open_quotes(request, sellers, now, noted_by or By(Role.BUYER, user)):
            publish(QuoteRequested(quote_id=str(quote.pk)))
    return request


def _line(request: QuoteRequest, line: RequestedLine, goods: Any, position: int) -> QuoteRequestLine:
    product = goods.product_of(line)
    return QuoteRequestLine(
        request=request,
        position=position,
        product=product,
        variant_id=line.variant_id,
        seller_id=product.seller_id if product else None,
        description=line.description or goods.name_of(line),
        quantity=line.quantity,
        unit=line.unit,
        target_amount=line.target_amount,  # type: ignore[misc]  # the column may be empty, which its stub does not know
    )


def _open_quotes(request: QuoteRequest, sellers: Sequence[Seller], now: datetime, by: By) -> Iterable[Quote]:
    for seller in sellers:
        quote = Quote.objects.create(
            number=next_quote_number("Q", now.year),
            request=request,
            seller=seller,
            valid_until=day_here(now + ANSWER_WITHIN),
            created_at=now,
            updated_at=now,
        )
        QuoteEvent.objects.create(quote=quote, status=QuoteStatus.REQUESTED, at=now, role=by.role, user=by.user)
        yield quote
