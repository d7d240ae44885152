"""The prices of a row: one per market, with lower ones from quantities on, and the base price."""

from decimal import Decimal

from catalog.pricing.price_problems import price_problem, tier_problems
from catalog.products.bulk_import.existing import Existing
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.numbers import ARange, NotANumber, read_price
from catalog.products.bulk_import.parse import MESSAGES, Parsed
from catalog.products.bulk_import.plan import Plan
from catalog.products.spreadsheet.vocabulary import HOME
from catalog.refusal import Problem
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from marketplace.channels.models import Channel

_NO_PRICE_YET = _("“%(text)s” was read as: no price yet.")


def plan_prices(plan: Plan, parsed: Parsed, lookups: Lookups, existing: Existing | None) -> None:
    """Fill the plan's prices, quantity prices and base price, or its problems. A price of 0 is none."""
    for slug in {**parsed.prices, **parsed.tiers}:
        channel = lookups.channels.get(slug)
        if channel is None:
            message = _("There is no market “%(text)s”.")
            plan.problems.append(Problem(price_key(slug), "NOT_FOUND", message, {"text": slug[:40]}))
            continue
        _plan_market(plan, parsed, channel, existing)
    if parsed.base_price is not None:
        _plan_base_price(plan, parsed.base_price, existing)


def price_key(slug: str) -> str:
    return "price" if slug == HOME else f"price.{slug}"


def _plan_market(plan: Plan, parsed: Parsed, channel: Channel, existing: Existing | None) -> None:
    slug = channel.slug
    given = len(plan.problems)
    price = _read(plan, price_key(slug), parsed.prices.get(slug, ""), channel)
    steps = {
        quantity: amount
        for quantity, text in parsed.tiers.get(slug, {}).items()
        if (amount := _read(plan, f"price.{slug}.{quantity}", text, channel)) is not None
    }
    listing = existing.listings.get(channel.pk) if existing else None
    before = existing.tiers.get(channel.pk, {}) if existing else {}
    if len(plan.problems) > given or (price is None and not steps):
        return
    if price is None and listing is None:
        message = _("Give the price of one piece beside the prices for more.")
        plan.problems.append(Problem(price_key(slug), "REQUIRED", message))
        return
    piece = price if price is not None else listing.price_amount if listing else Decimal(0)
    after = sorted({**before, **steps}.items())
    plan.problems += [
        _placed(problem, slug, set(steps)) for problem in tier_problems(piece, after, channel.currency_code)
    ]
    if listing is None or listing.price_amount != piece:
        plan.prices[channel.pk] = piece
    if dict(after) != before:
        plan.tiers[channel.pk] = after


def _read(plan: Plan, key: str, text: str, channel: Channel) -> Decimal | None:
    if not text:
        return None
    try:
        amount = read_price(text, channel.currency_code)
    except NotANumber as wrong:
        code, message = MESSAGES[ARange if isinstance(wrong, ARange) else NotANumber]
        plan.problems.append(Problem(key, code, message, {"text": text[:40]}))
        return None
    if amount == 0:
        plan.notes.append(Problem(key, "NO_PRICE", _NO_PRICE_YET, {"text": text[:40]}))
        return None
    problem = price_problem(amount, channel.currency_code)
    if problem:
        plan.problems.append(Problem(key, problem.code, problem.message, problem.params))
    return amount


def _placed(problem: Problem, slug: str, columns: set[int]) -> Problem:
    """A quantity's problem belongs to its own column if there is one, otherwise to the price it doesn't fit."""
    quantity = problem.params.get("quantity")
    key = f"price.{slug}.{quantity}" if quantity in columns else price_key(slug)
    return Problem(key, problem.code, problem.message, problem.params)


def _plan_base_price(plan: Plan, given: tuple[Decimal, str], existing: Existing | None) -> None:
    amount, currency = given
    if not is_currency(currency):
        message = _("This is not a currency's code, such as VND or EUR.")
        plan.problems.append(Problem("base_price", "INVALID", message))
        return
    if amount == 0:
        plan.notes.append(Problem("base_price", "NO_PRICE", _NO_PRICE_YET, {"text": "0"}))
        return
    before = existing.base_price if existing else None
    tiers = [(tier.minimum_quantity, tier.amount) for tier in before.tiers.all()] if before else []
    problem = price_problem(amount, currency)
    problems = [problem] if problem else tier_problems(amount, tiers, currency)
    plan.problems += [Problem("base_price", found.code, found.message, found.params) for found in problems]
    if before is None or (before.amount, before.currency) != given:
        plan.base_price = given
