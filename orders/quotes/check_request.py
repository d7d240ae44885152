"""What can be wrong with a request for an offer."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.incoterms import INCOTERMS
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.sellers.membership import sellers_of
from marketplace.sellers.models import Seller
from orders.attachments.store import CleanFile, files_problems
from orders.quotes.check_offer import MOST_LINES, MOST_PIECES, is_price
from orders.quotes.quote_request import QuoteRequest
from orders.quotes.requested_goods import RequestedGoods, requested_goods

if TYPE_CHECKING:
    from orders.quotes.request_quote import RequestedLine, RequestTerms

MOST_SELLERS = 10
MOST_A_DAY = 30
LONGEST_WAIT = timedelta(days=730)


def check_request(
    *,
    user: User,
    sellers: Sequence[Seller],
    terms: "RequestTerms",
    lines: Sequence["RequestedLine"],
    files: Sequence[CleanFile],
    now: datetime,
) -> RequestedGoods:
    """The goods that it names; raises `Refused` with everything that is wrong."""
    goods = requested_goods(lines[:MOST_LINES], channel=terms.channel, language=terms.language, now=now)
    refuse_any(
        [
            *_of_sellers(user, sellers, lines, goods),
            *_of_terms(terms, now),
            *_of_lines(lines, terms.currency, goods),
            *files_problems(files),
            *_too_often(user, now),
        ]
    )
    return goods


def _too_often(user: User, now: datetime) -> Iterator[Problem]:
    since = now - timedelta(days=1)
    if QuoteRequest.objects.filter(user=user, created_at__gt=since).count() >= MOST_A_DAY:
        message = _("You have sent %(most)s requests within a day. Try again tomorrow.")
        yield Problem(None, "TOO_MANY", message, {"most": MOST_A_DAY})


def _of_sellers(
    user: User, sellers: Sequence[Seller], lines: Sequence["RequestedLine"], goods: RequestedGoods
) -> Iterator[Problem]:
    if not 1 <= len(sellers) <= MOST_SELLERS:
        yield Problem("sellers", "INVALID", _("Ask from 1 to %(most)s sellers."), {"most": MOST_SELLERS})
    if sellers_of(user) & {seller.pk for seller in sellers}:
        yield Problem("sellers", "INVALID", _("You belong to one of these sellers yourself."))
    products = [product for line in lines for product in [goods.product_of(line)] if product]
    asked = {seller.pk for seller in sellers}
    if any(product.seller_id not in asked for product in products):
        yield Problem("sellers", "INVALID", _("Goods can only be asked for of their own seller."))
    in_words = any(not line.product_id and not line.variant_id for line in lines)
    if not in_words and asked - {product.seller_id for product in products}:
        message = _("A seller can only be asked for its own goods, or for something you describe.")
        yield Problem("sellers", "INVALID", message)


def _of_terms(terms: "RequestTerms", now: datetime) -> Iterator[Problem]:
    today = day_here(now)
    if terms.wanted_by is not None and not today <= terms.wanted_by <= today + LONGEST_WAIT:
        yield Problem("wanted_by", "INVALID", _("The day is from today to two years from now."))
    if terms.incoterm not in INCOTERMS:
        yield Problem("incoterm", "INVALID", _("Choose one of the eleven Incoterms 2020."))
    if not terms.channel.ships_to(terms.country):
        yield Problem("country", "COUNTRY_NOT_SERVED", _("This market does not deliver there."))
    if not Channel.objects.active().filter(currency_code=terms.currency).exists():
        yield Problem("currency", "INVALID", _("Offers are not made in this currency."))


def _of_lines(lines: Sequence["RequestedLine"], currency: str, goods: RequestedGoods) -> Iterator[Problem]:
    if not 1 <= len(lines) <= MOST_LINES:
        yield Problem("lines", "INVALID", _("A request has from 1 to %(most)s lines."), {"most": MOST_LINES})
    for index, line in enumerate(lines[:MOST_LINES]):
        if not 1 <= line.quantity <= MOST_PIECES:
            message = _("A quantity is from 1 to %(most)s.")
            yield Problem("lines", "INVALID", message, {"most": MOST_PIECES}, index=index)
        named = line.product_id is not None or line.variant_id is not None
        if named and goods.product_of(line) is None:
            yield Problem("lines", "NOT_FOUND", _("These goods are not shown here."), index=index)
        if not named and not line.description:
            yield Problem("lines", "REQUIRED", _("Say what you are looking for."), index=index)
        if line.target_amount is not None and not is_price(line.target_amount, currency):
            message = _("This is not a price in the currency of the request.")
            yield Problem("lines", "INVALID", message, index=index)
