"""What can be wrong with a proposal."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from catalog.models import ProductVariant
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import Money
from logistics.incoterms import INCOTERMS
from orders.quotes.check_payment_terms import payment_terms_problems
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.quote import Quote
from orders.quotes.visible_lines import lines_for

MOST_LINES = 100
MOST_TIERS = 10
MOST_PIECES = 10_000_000
MOST_AMOUNT = Decimal(10) ** 12
LONGEST_LEAD_DAYS = 730
LONGEST_VALIDITY = timedelta(days=365)


def check_offer(quote: Quote, terms: OfferTerms, *, today: date) -> None:
    """Raises `Refused` with everything that is wrong with it."""
    refuse_any([*_of_the_whole(quote, terms, today), *_of_lines(quote, terms)])


def _of_the_whole(quote: Quote, terms: OfferTerms, today: date) -> Iterator[Problem]:
    if not 1 <= len(terms.lines) <= MOST_LINES:
        yield Problem("lines", "INVALID", _("An offer has from 1 to %(most)s lines."), {"most": MOST_LINES})
    if not today <= terms.valid_until <= today + LONGEST_VALIDITY:
        yield Problem("valid_until", "INVALID", _("An offer is valid from today to a year from now at most."))
    if not 0 <= terms.lead_time_days <= LONGEST_LEAD_DAYS:
        message = _("The lead time is from 0 to %(most)s days.")
        yield Problem("lead_time_days", "INVALID", message, {"most": LONGEST_LEAD_DAYS})
    yield from place_problems(terms.incoterm, terms.named_place)
    if not is_price(terms.freight_amount, quote.request.currency):
        yield _not_a_price("freight_amount", None)
    yield from payment_terms_problems(quote.request, terms.payment)


def place_problems(incoterm: str, named_place: str) -> Iterator[Problem]:
    if incoterm not in INCOTERMS:
        yield Problem("incoterm", "INVALID", _("Choose one of the eleven Incoterms 2020."))
    if not named_place:
        yield Problem("named_place", "REQUIRED", _("Name the place that the Incoterm speaks of."))


def _of_lines(quote: Quote, terms: OfferTerms) -> Iterator[Problem]:
    wanted = {line.variant_id for line in terms.lines if line.variant_id is not None}
    theirs = set(
        ProductVariant.objects.current()
        .filter(pk__in=wanted, seller_id=quote.seller_id, product__archived_at__isnull=True)
        .values_list("pk", flat=True)
    )
    answerable = {line.pk for line in lines_for(quote.request, quote.seller_id)}
    for index, line in enumerate(terms.lines[:MOST_LINES]):
        if line.variant_id is not None and line.variant_id not in theirs:
            yield Problem("lines", "NOT_FOUND", _("The seller has no such goods."), index=index)
        if line.request_line_id is not None and line.request_line_id not in answerable:
            yield Problem("lines", "NOT_FOUND", _("The request has no such line."), index=index)
        yield from _of_line(line, quote.request.currency, index)


def _of_line(line: OfferedLine, currency: str, index: int) -> Iterator[Problem]:
    if not line.description and line.variant_id is None:
        yield Problem("lines", "REQUIRED", _("Say what this line is."), index=index)
    if not 1 <= line.quantity <= MOST_PIECES:
        message = _("A quantity is from 1 to %(most)s.")
        yield Problem("lines", "INVALID", message, {"most": MOST_PIECES}, index=index)
    if not is_price(line.unit_amount, currency):
        yield _not_a_price("lines", index)
    if not _is_falling(line, currency):
        message = _("Prices by quantity start above the line's own quantity and fall as it grows.")
        yield Problem("lines", "INVALID", message, index=index)


def is_price(amount: Decimal, currency: str) -> bool:
    """Whole minor units: nothing that would have to be rounded is ever agreed on."""
    return 0 <= amount <= MOST_AMOUNT and Money(amount, currency).quantize().amount == amount


def _not_a_price(field: str, index: int | None) -> Problem:
    return Problem(field, "INVALID", _("This is not a price in the currency of the request."), index=index)


def _is_falling(line: OfferedLine, currency: str) -> bool:
    if len(line.tiers) > MOST_TIERS or not all(is_price(tier.unit_amount, currency) for tier in line.tiers):
        return False
    steps = [(line.quantity, line.unit_amount), *((t.minimum_quantity, t.unit_amount) for t in line.tiers)]
    return all(a[0] < b[0] <= MOST_PIECES and a[1] > b[1] for a, b in pairwise(steps))
