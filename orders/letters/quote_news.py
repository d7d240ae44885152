"""The letters that tell the other side what has become of a quote."""

from uuid import UUID

from django.conf import settings

from i18n.formatting import format_date
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.membership import owners_of
from orders.events import (
    QuoteAccepted,
    QuoteCountered,
    QuoteDeclined,
    QuoteExpired,
    QuoteOffered,
    QuoteRequested,
    QuoteWithdrawn,
)
from orders.letters.letter import Letter
from orders.letters.once import send_once
from orders.lifecycle.by import Role
from orders.quotes.quote import Quote
from orders.quotes.quote_event import QuoteEvent
from orders.quotes.states import QuoteStatus

REQUESTED = _("You are asked for an offer: %(number)s.")
OFFERED = _("%(seller)s has made an offer: %(number)s. It is valid until %(day)s.")
COUNTERED = _("The buyer has made a counter-offer: %(number)s. It is valid until %(day)s.")
ACCEPTED = _("Quote %(number)s was accepted and is now an order.")
DECLINED = _("Quote %(number)s was declined.")
WITHDRAWN = _("Quote %(number)s was withdrawn.")
EXPIRED = _("Quote %(number)s has expired without an answer.")


def announce_request(event: QuoteRequested) -> None:
    """Reaction: tell the seller's owners that somebody asks for an offer, unless the seller itself wrote that down."""
    asked = QuoteEvent.objects.filter(quote=UUID(event.quote_id), status=QuoteStatus.REQUESTED)
    if not asked.filter(role=Role.SELLER).exists():
        _tell(event.quote_id, REQUESTED, "QUOTE_REQUESTED", to=Role.SELLER)


def announce_offer(event: QuoteOffered) -> None:
    """Reaction: tell the buyer of every version the seller offers."""
    _tell(event.quote_id, OFFERED, f"QUOTE_OFFERED_{event.version}", to=Role.BUYER)


def announce_counter(event: QuoteCountered) -> None:
    """Reaction: tell the seller of every version the buyer proposes."""
    _tell(event.quote_id, COUNTERED, f"QUOTE_COUNTERED_{event.version}", to=Role.SELLER)


def announce_acceptance(event: QuoteAccepted) -> None:
    """Reaction: tell whoever proposed what was accepted; the buyer also gets the order's own confirmation."""
    _tell(event.quote_id, ACCEPTED, "QUOTE_ACCEPTED", to=_other_side(event.quote_id, QuoteStatus.ACCEPTED))


def announce_refusal(event: QuoteDeclined) -> None:
    """Reaction: tell the other side that nothing comes of it."""
    _tell(event.quote_id, DECLINED, "QUOTE_DECLINED", to=_other_side(event.quote_id, QuoteStatus.DECLINED))


def announce_withdrawal(event: QuoteWithdrawn) -> None:
    """Reaction: tell the other side that it was taken back."""
    _tell(event.quote_id, WITHDRAWN, "QUOTE_WITHDRAWN", to=_other_side(event.quote_id, QuoteStatus.WITHDRAWN))


def announce_expiry(event: QuoteExpired) -> None:
    """Reaction: tell both sides that the time is over."""
    events = QuoteEvent.objects.filter(quote=UUID(event.quote_id), status=QuoteStatus.EXPIRED)
    kind = f"QUOTE_EXPIRED_{events.count()}"
    for side in (Role.BUYER, Role.SELLER):
        _tell(event.quote_id, EXPIRED, kind, to=side)


def _other_side(quote_id: str, status: QuoteStatus) -> Role:
    event = QuoteEvent.objects.filter(quote=UUID(quote_id), status=status).order_by("-id").first()
    return Role.BUYER if event is not None and event.role == Role.SELLER else Role.SELLER


def _tell(quote_id: str, words: str, kind: str, *, to: Role) -> None:
    quote = Quote.objects.select_related("request__user", "request__channel", "seller").get(pk=quote_id)
    for reader in _readers(quote, to):
        letter = letter_about(quote, words, reader, to)
        send_once(letter, kind=kind[:30], about=f"{quote.pk.hex}:{reader.pk}", to=reader.email)


def _readers(quote: Quote, side: Role) -> list[User]:
    if side == Role.SELLER:
        return owners_of([quote.seller_id])
    buyer = quote.request.user
    return [buyer] if buyer is not None and buyer.is_active else []


def letter_about(quote: Quote, words: str, reader: User, side: Role) -> Letter:
    """Its prices stay behind the sign-in."""
    language = quote.request.language if side == Role.BUYER else reader.language
    base = f"{settings.PUBLIC_URL}/{language}"
    market = quote.request.channel.slug
    link = (
        f"{base}/seller/{quote.seller.slug}/quotes/{quote.pk}"
        if side == Role.SELLER
        else f"{base}/{market}/quotes/{quote.pk}"
    )
    day = format_date(quote.valid_until, language)
    told = gettext(language, words, number=quote.number, seller=quote.seller.name, day=day)
    return Letter(
        subject=gettext(language, "About quote %(number)s", number=quote.number),
        language=language,
        body=[told],
        link=link,
        link_text=gettext(language, "See the quote"),
    )
