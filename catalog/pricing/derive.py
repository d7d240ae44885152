"""Prices that follow the seller's base price, at a stored rate and by the market's rule.

Only listings that say "derived" are ever touched. Nothing is converted when somebody looks: a price changes when it is
derived again and stored, with the rate it came from, and a basket that saw the old one is told (`orders.checkout`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from catalog.pricing.base_price import BasePrice, BasePriceTier
from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.derived_amounts import DerivedAmounts, derived_amounts
from catalog.pricing.locks import lock_listings
from catalog.pricing.price_problems import HIGHEST
from catalog.pricing.price_rule import PriceRule
from catalog.pricing.record_prices import record_openings, record_prices
from catalog.pricing.tier import PriceTier
from catalog.products.changed import product_changed, products_changed
from catalog.products.listing import VariantChannelListing
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from i18n.convert import NoRate, RateUsed, rate
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from marketplace.channels.models import Channel

BATCH = 500


def derive_price(*, variant: ProductVariant, channel: Channel) -> VariantChannelListing:
    """Let the variant's price in the channel follow its base price from now on. Raises `Refused`."""
    now = timezone.now()
    base = BasePrice.objects.filter(variant=variant).first()
    if base is None:
        raise Refused(Problem("derive", "REQUIRED", _("Give the variant a base price first.")))
    used = _rate_or_refuse(base.currency, channel.currency_code, now)
    rule = PriceRule.objects.filter(seller_id=variant.seller_id, channel=channel).first()
    tiers = list(base.tiers.order_by("minimum_quantity").values_list("minimum_quantity", "amount"))
    amounts = derived_amounts(amount=base.amount, tiers=tiers, used=used, rule=rule)
    if amounts.price >= HIGHEST:
        raise Refused(Problem("derive", "INVALID", _("A price must be above zero and below 10 trillion.")))
    with transaction.atomic():
        record_openings([variant.pk])
        terms = {"price_amount": amounts.price, "currency": channel.currency_code}
        listing, _created = VariantChannelListing.objects.update_or_create(
            variant=variant, channel=channel, defaults=terms
        )
        PriceDerivation.objects.update_or_create(listing=listing, defaults=_facts(base, used, now))
        _replace_tiers({listing.pk: amounts})
        record_prices([variant.pk], at=now)
        product_changed(variant.product_id)
    return listing


def rederive(listing_ids: Collection[int], *, now: datetime) -> int:
    """Reckon derived prices again; returns how many came out different. Twice changes nothing.

    A listing whose currency no rate leads to keeps its price and the rate it came from.
    """
    ids = sorted(set(listing_ids))
    return sum(_rederive_batch(ids[start : start + BATCH], now) for start in range(0, len(ids), BATCH))


def rederive_outdated(*, now: datetime) -> int:
    """Every derived price whose rate or base price is not today's any more: what the clock does."""
    derived = PriceDerivation.objects.order_by()
    outdated: set[int] = set()
    for base, quote in derived.values_list("base_currency", "listing__currency").distinct():
        used = _known_rate(base, quote, now)
        if used is not None:
            own = derived.filter(base_currency=base, listing__currency=quote)
            other = own.exclude(rate=used.rate, rate_on=used.on, rate_source=used.source)
            outdated.update(other.values_list("listing_id", flat=True))
    moved = derived.exclude(
        base_amount=F("listing__variant__base_price__amount"),
        base_currency=F("listing__variant__base_price__currency"),
    )
    outdated.update(moved.values_list("listing_id", flat=True))
    return rederive(outdated, now=now)


@dataclass(frozen=True, slots=True)
class _Derived:
    """One listing reckoned again."""

    listing: VariantChannelListing
    derivation: PriceDerivation
    amounts: DerivedAmounts
    is_different: bool


def _rederive_batch(listing_ids: list[int], now: datetime) -> int:
    with transaction.atomic():
        found = _reckoned(lock_listings(listing_ids), now)
        PriceDerivation.objects.bulk_update([one.derivation for one in found], _FACTS)
        different = [one for one in found if one.is_different]
        if not different:
            return 0
        variant_ids = [one.listing.variant_id for one in different]
        record_openings(variant_ids)
        for one in different:
            one.listing.price_amount = one.amounts.price
        VariantChannelListing.objects.bulk_update([one.listing for one in different], ["price_amount"])
        _replace_tiers({one.listing.pk: one.amounts for one in different})
        record_prices(variant_ids, at=now)
        products = ProductVariant.objects.filter(pk__in=variant_ids).order_by().values_list("product_id", flat=True)
        products_changed(set(products))
    return len(different)


def _reckoned(listings: list[VariantChannelListing], now: datetime) -> list[_Derived]:
    """The listings among them that say "derived", have a base price and a rate."""
    derivations = {row.listing_id: row for row in PriceDerivation.objects.filter(listing__in=listings)}
    bases = {row.variant_id: row for row in BasePrice.objects.filter(variant__in=[one.variant_id for one in listings])}
    base_tiers, tiers = _base_tiers(bases), _present_tiers(listings)
    rules, sellers = _rules(listings)
    rates: dict[tuple[str, str], RateUsed | None] = {}
    found = []
    for listing in listings:
        derivation, base = derivations.get(listing.pk), bases.get(listing.variant_id)
        if derivation is None or base is None:
            continue
        pair = (base.currency, listing.currency)
        if pair not in rates:
            rates[pair] = _known_rate(*pair, now)
        used = rates[pair]
        if used is None:
            continue
        rule = rules.get((sellers[listing.variant_id], listing.channel_id))
        amounts = derived_amounts(amount=base.amount, tiers=base_tiers.get(base.pk, ()), used=used, rule=rule)
        if amounts.price >= HIGHEST:
            continue
        for name, value in _facts(base, used, now).items():
            setattr(derivation, name, value)
        before = DerivedAmounts(listing.price_amount, tuple(tiers.get(listing.pk, ())))
        found.append(_Derived(listing, derivation, amounts, amounts != before))
    return found


_FACTS = ("base_amount", "base_currency", "rate", "rate_on", "rate_source", "derived_at")


def _facts(base: BasePrice, used: RateUsed, now: datetime) -> dict[str, object]:
    facts = (base.amount, base.currency, used.rate, used.on, used.source, now)
    return dict(zip(_FACTS, facts, strict=True))


def _rate_or_refuse(base: str, quote: str, now: datetime) -> RateUsed:
    used = _known_rate(base, quote, now)
    if used is None:
        message = _("No exchange rate from %(base)s to %(quote)s is known.")
        raise Refused(Problem("derive", "INVALID", message, {"base": base, "quote": quote}))
    return used


def _known_rate(base: str, quote: str, now: datetime) -> RateUsed | None:
    try:
        return rate(base, quote, day_here(now))
    except NoRate:
        return None


def _base_tiers(bases: Mapping[int, BasePrice]) -> dict[int, list[tuple[int, Decimal]]]:
    found: dict[int, list[tuple[int, Decimal]]] = {}
    rows = BasePriceTier.objects.filter(base_price__in=list(bases.values())).order_by("minimum_quantity")
    for row in rows:
        found.setdefault(row.base_price_id, []).append((row.minimum_quantity, row.amount))
    return found


def _present_tiers(listings: list[VariantChannelListing]) -> dict[int, list[tuple[int, Decimal]]]:
    found: dict[int, list[tuple[int, Decimal]]] = {}
    for row in PriceTier.objects.filter(listing__in=listings).order_by("minimum_quantity"):
        found.setdefault(row.listing_id, []).append((row.minimum_quantity, row.price_amount))
    return found


def _rules(listings: list[VariantChannelListing]) -> tuple[dict[tuple[int, int], PriceRule], dict[int, int]]:
    variants = [listing.variant_id for listing in listings]
    sellers = dict(ProductVariant.objects.filter(pk__in=variants).order_by().values_list("pk", "seller_id"))
    rules = PriceRule.objects.filter(seller_id__in=set(sellers.values()))
    return {(rule.seller_id, rule.channel_id): rule for rule in rules}, sellers


def _replace_tiers(amounts: Mapping[int, DerivedAmounts]) -> None:
    PriceTier.objects.filter(listing_id__in=amounts).delete()
    PriceTier.objects.bulk_create(
        PriceTier(listing_id=listing_id, minimum_quantity=quantity, price_amount=amount)
        for listing_id, derived in amounts.items()
        for quantity, amount in derived.tiers
    )
