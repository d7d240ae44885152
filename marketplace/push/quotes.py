"""Reactions to quotes: the shop hears that it is asked, the buyer that there is an offer. Prices stay on the page."""

from functools import partial
from uuid import UUID

from i18n.formatting import format_date
from i18n.messages import gettext
from marketplace.accounts.models import User
from marketplace.push.kinds import PushKind
from marketplace.push.notice import Notice, Words
from marketplace.push.queue import queue_push
from marketplace.sellers.member import MemberRole, SellerMember
from orders.events import QuoteOffered, QuoteRequested
from orders.lifecycle.by import Role
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.states import QuoteStatus


def push_request(event: QuoteRequested) -> None:
    """Who runs the shop, unless the shop itself wrote the request down."""
    asked = QuoteEvent.objects.filter(quote=UUID(event.quote_id), status=QuoteStatus.REQUESTED)
    if asked.filter(role=Role.SELLER).exists():
        return
    quote = _quote(event.quote_id)
    running = SellerMember.objects.filter(seller=quote.seller_id, role__in=(MemberRole.OWNER, MemberRole.MANAGER))
    notice = Notice(PushKind.QUOTE_REQUESTED, quote.pk.hex, partial(asked_for, quote))
    queue_push(notice, running.values_list("user_id", flat=True))


def asked_for(quote: Quote, reader: User) -> Words:
    return Words(
        title=gettext(reader.language, "About quote %(number)s", number=quote.number),
        body=gettext(reader.language, "You are asked for an offer: %(number)s.", number=quote.number),
        path=f"/{reader.language}/seller/{quote.seller.slug}/quotes/{quote.pk}",
    )


def push_offer(event: QuoteOffered) -> None:
    """The buyer, of every version."""
    quote = _quote(event.quote_id)
    buyer_id = quote.request.user_id
    if buyer_id is not None:
        about = f"{quote.pk.hex}:{event.version}"
        queue_push(Notice(PushKind.QUOTE_OFFERED, about, partial(offered, quote)), [buyer_id])


def offered(quote: Quote, reader: User) -> Words:
    told = "%(seller)s has made an offer: %(number)s. It is valid until %(day)s."
    day = format_date(quote.valid_until, reader.language)
    return Words(
        title=gettext(reader.language, "About quote %(number)s", number=quote.number),
        body=gettext(reader.language, told, seller=quote.seller.name, number=quote.number, day=day),
        path=f"/{reader.language}/{quote.request.channel.slug}/quotes/{quote.pk}",
    )


def _quote(quote_id: str) -> Quote:
    return Quote.objects.select_related("request__channel", "seller").get(pk=quote_id)
