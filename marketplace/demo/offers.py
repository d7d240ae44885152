"""Sales, prices that follow a base price, a window, and a takedown that was lifted."""

from datetime import timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.utils import timezone

from catalog.models import Product, Takedown, TakedownStep, VariantChannelListing
from catalog.pricing.derive import derive_price
from catalog.pricing.set_base_price import set_base_price
from catalog.pricing.set_price_rule import set_price_rule
from catalog.pricing.set_sale import set_sale
from catalog.products.publish import publish_product
from catalog.products.takedown.steps import answer_takedown, lift_takedown, object_to_takedown
from catalog.products.takedown.take_down import TakedownRequest, take_down
from i18n.money import Money
from marketplace.channels.models import Channel
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read


def make_offers(sellers: dict[str, SettledSeller], products: dict[str, Product], people: People) -> int:
    """Returns how many variants are on sale or follow a base price."""
    world = read("offers.toml")
    channels = {channel.slug: channel for channel in Channel.objects.all()}
    made = sum(_derive(entry, sellers, products, channels) for entry in world["derived"])
    made += sum(_sell(entry, products, channels) for entry in world["sale"])
    for entry in world["window"]:
        _open(entry, products, channels)
    _take_down(world["takedown"], products, people)
    return made


def _derive(
    entry: dict[str, Any],
    sellers: dict[str, SettledSeller],
    products: dict[str, Product],
    channels: dict[str, Channel],
) -> int:
    """The base price is what the variant costs at home."""
    channel = channels[entry["market"]]
    amounts = {name: Decimal(entry[name]) for name in ("markup_percent", "step", "ending")}
    set_price_rule(seller=sellers[entry["seller"]].seller, channel=channel, rounding=entry["rounding"], **amounts)
    made = 0
    for listing in _listings([products[key] for key in entry["products"]], channels["vn"]):
        set_base_price(variant=listing.variant, price=listing.price_amount, currency=listing.currency)
        derive_price(variant=listing.variant, channel=channel)
        made += 1
    return made


def _sell(entry: dict[str, Any], products: dict[str, Product], channels: dict[str, Channel]) -> int:
    channel = channels[entry["market"]]
    listings = _listings([products[entry["product"]]], channel)
    for listing in listings:
        reduced = listing.price_amount * (100 - entry["percent"]) / 100
        price = Money(reduced, channel.currency_code).quantize(ROUND_DOWN).amount
        until = timezone.now() + timedelta(days=entry["days"])
        set_sale(variant=listing.variant, channel=channel, price=price, ends_at=until)
    return len(listings)


def _open(entry: dict[str, Any], products: dict[str, Product], channels: dict[str, Channel]) -> None:
    now = timezone.now()
    product, channel = products[entry["product"]], channels[entry["market"]]
    publish_product(
        product=product,
        channel=channel,
        published_at=product.channel_listings.get(channel=channel).published_at,
        published_until=now + timedelta(days=entry["shown_days"]),
        available_for_purchase_until=now + timedelta(days=entry["sold_days"]),
    )


def _take_down(entry: dict[str, Any], products: dict[str, Product], people: People) -> None:
    product = products[entry["product"]]
    now = timezone.now()
    letter = {name: entry[name] for name in ("authority", "reference", "reason", "legal_basis")}
    takedown = take_down(
        seller=product.seller,
        product=product,
        request=TakedownRequest(received_at=now, **letter),
        by=people.operator,
    )
    answer_takedown(takedown=takedown, note=entry["answer"], by=people.operator)
    object_to_takedown(takedown=takedown, reason=entry["objection"], by=None)
    lift_takedown(takedown=takedown, reason=entry["lift_reason"], by=people.operator)
    _move_to_the_past(takedown, days_ago=entry["days_ago"], lifted_after=entry["lifted_after_days"])


def _move_to_the_past(takedown: Takedown, *, days_ago: int, lifted_after: int) -> None:
    """Recorded an hour after it came, answered three hours later. Only a fresh demo rewrites a history."""
    received = timezone.now() - timedelta(days=days_ago)
    lifted = received + timedelta(days=lifted_after)
    moments = (
        received + timedelta(hours=1),
        received + timedelta(hours=4),
        received + timedelta(days=2),
        lifted,
    )
    for step, moment in zip(takedown.steps.order_by("pk"), moments, strict=True):
        TakedownStep.objects.filter(pk=step.pk).update(at=moment)
    Takedown.objects.filter(pk=takedown.pk).update(
        received_at=received,
        due_at=received + timedelta(hours=24),
        recorded_at=moments[0],
        answered_at=moments[1],
        lifted_at=lifted,
    )


def _listings(products: list[Product], channel: Channel) -> list[VariantChannelListing]:
    rows = VariantChannelListing.objects.filter(variant__product__in=products, channel=channel)
    return list(rows.select_related("variant__product").order_by("pk"))
