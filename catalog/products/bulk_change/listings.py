"""PUBLISH and UNPUBLISH: whether products are shown in one market."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from catalog.products.bulk_change.change import Change, ChangeKind, Facts, Line, Row
from catalog.products.listing import ProductChannelListing
from catalog.products.missing_to_publish import missing_of_each
from catalog.products.product import Product
from catalog.refusal import Problem
from i18n.today import day_here
from marketplace.channels.models import Channel

WINDOWS = ("published_at", "published_until", "available_for_purchase_at", "available_for_purchase_until")


def plan(products: Sequence[Product], change: Change, now: datetime) -> list[Row]:
    """What is published stays as it is with its times; publishing needs everything that the market requires."""
    channel = _channel(change)
    publishes = change.kind == ChangeKind.PUBLISH
    present = read(products, {product.pk: {"channel": channel.pk} for product in products})
    lacking = _lacking(products, channel, now) if publishes else {}
    rows = []
    for product in products:
        before = present[product.pk]
        is_shown = bool(before["listing"] and before["listing"]["is_published"])
        after = (
            before if is_shown == publishes else {"channel": channel.pk, "listing": _listing(before, publishes, now)}
        )
        problems = lacking.get(product.pk, ()) if publishes and not is_shown else ()
        line = Line(str(is_shown).lower(), str(publishes).lower(), channel=channel.slug)
        rows.append(Row(product, before, after, [line], problems))
    return rows


def read(products: Sequence[Product], kept: Mapping[int, Facts]) -> dict[int, Facts]:
    """What stands now for the products, in the channels that ``kept`` names."""
    channels = {pk: facts["channel"] for pk, facts in kept.items()}
    found: dict[int, Facts] = {pk: {"channel": channel, "listing": None} for pk, channel in channels.items()}
    for row in ProductChannelListing.objects.filter(product__in=channels, channel__in=set(channels.values())):
        if channels[row.product_id] == row.channel_id:
            times = {name: value.isoformat() if (value := getattr(row, name)) else None for name in WINDOWS}
            found[row.product_id]["listing"] = {"is_published": row.is_published, **times}
    return found


def write(facts: Mapping[int, Facts], now: datetime) -> None:
    """Listings as they are said to be; a product without one loses it."""
    gone = [(pk, said["channel"]) for pk, said in facts.items() if said["listing"] is None]
    for channel_id in {channel for _pk, channel in gone}:
        here = [pk for pk, channel in gone if channel == channel_id]
        ProductChannelListing.objects.filter(product__in=here, channel=channel_id).delete()
    ProductChannelListing.objects.bulk_create(
        [
            ProductChannelListing(product_id=pk, channel_id=said["channel"], **_values(said["listing"]))
            for pk, said in facts.items()
            if said["listing"] is not None
        ],
        update_conflicts=True,
        unique_fields=["product", "channel"],
        update_fields=["is_published", *WINDOWS],
    )


def blocked(products: Sequence[Product], facts: Mapping[int, Facts], now: datetime) -> list[Problem]:
    """What keeps products from being shown again: a market may require something since."""
    shown = [product for product in products if (facts[product.pk]["listing"] or {}).get("is_published")]
    if not shown:
        return []
    channel = Channel.objects.get(pk=facts[shown[0].pk]["channel"])
    return [problem for problems in _lacking(shown, channel, now).values() for problem in problems]


def _lacking(products: Sequence[Product], channel: Channel, now: datetime) -> dict[int, list[Problem]]:
    gaps = missing_of_each(products, channel, on=day_here(now))
    return {
        product.pk: [Problem(gap.field, gap.code, gap.message, gap.params) for gap in own if gap.blocking]
        for product, own in zip(products, gaps, strict=True)
    }


def _listing(before: Facts, publishes: bool, now: datetime) -> Facts:
    times = dict.fromkeys(WINDOWS)
    if not publishes:
        return {**times, **(before["listing"] or {}), "is_published": False}
    return {**times, "is_published": True, "published_at": now.isoformat()}


def _values(listing: Facts) -> Facts:
    times = {name: datetime.fromisoformat(listing[name]) if listing[name] else None for name in WINDOWS}
    return {"is_published": listing["is_published"], **times}


def _channel(change: Change) -> Channel:
    if change.channel is None:
        raise TypeError("publishing needs a channel")
    return change.channel
