"""How a seller's derived prices are marked up and rounded in a market."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.derive import rederive
from catalog.pricing.price_rule import PriceRule, Rounding
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.money import BrokenMinorUnit, Money
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller

LEAST_MARKUP, MOST_MARKUP = Decimal(-90), Decimal(900)
HIGHEST_STEP = Decimal(10) ** 9


def set_price_rule(
    *,
    seller: Seller,
    channel: Channel,
    markup_percent: Decimal = Decimal(0),
    step: Decimal = Decimal(0),
    ending: Decimal = Decimal(0),
    rounding: str = Rounding.NEAREST,
) -> PriceRule:
    """Keep the rule, and derive again every price of the seller in the market that follows a base price.

    Raises `Refused`.
    """
    refuse_any(_problems(markup_percent, step, ending, rounding, channel.currency_code))
    with transaction.atomic():
        rule, _created = PriceRule.objects.update_or_create(
            seller=seller,
            channel=channel,
            defaults={"markup_percent": markup_percent, "step": step, "ending": ending, "rounding": rounding},
        )
        following = PriceDerivation.objects.filter(listing__channel=channel, listing__variant__seller=seller)
        rederive(list(following.values_list("listing_id", flat=True)), now=timezone.now())
    return rule


def _problems(markup: Decimal, step: Decimal, ending: Decimal, rounding: str, currency: str) -> list[Problem]:
    problems = []
    if not LEAST_MARKUP <= markup <= MOST_MARKUP or markup != round(markup, 2):
        message = _("A markup lies between %(least)s and %(most)s percent and has at most two decimals.")
        problems.append(Problem("markup_percent", "INVALID", message, {"least": LEAST_MARKUP, "most": MOST_MARKUP}))
    if not 0 <= step < HIGHEST_STEP or not _is_payable(step, currency):
        problems.append(Problem("step", "INVALID", _("Round to whole units of the currency, such as 0.05, 1 or 1000.")))
    if not _is_payable(ending, currency) or not (ending == 0 or 0 < ending < step):
        message = _("An ending is lower than what is rounded to: to 1 with the ending 0.95, for example.")
        problems.append(Problem("ending", "INVALID", message))
    if rounding not in Rounding.values:
        problems.append(Problem("rounding", "INVALID", _("Choose one of the list.")))
    return problems


def _is_payable(amount: Decimal, currency: str) -> bool:
    try:
        Money(amount, currency).minor_units()
    except BrokenMinorUnit:
        return False
    return True
