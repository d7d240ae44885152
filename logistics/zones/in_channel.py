"""The zones of sellers as they hold in a market, read at once however many sellers there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, prefetch_related_objects

from i18n.money import Money
from i18n.translate import localize
from logistics.zones.method import ShippingMethod
from logistics.zones.method_listing import MethodListing
from logistics.zones.postal_code_rule import PostalCodeRule
from logistics.zones.zone import ShippingZone
from marketplace.channels.models import Channel
from marketplace.written_once import WrittenOnce

FIELDS = ("name", "description")

_methods: WrittenOnce[ShippingMethod] = WrittenOnce(
    lambda sellers, channel: (
        ShippingMethod.objects.filter(
            zone__seller_id__in=sellers, zone__channels=channel, is_active=True, listings__channel=channel
        )
        .select_related("zone", "pickup_warehouse__address")
        .order_by("zone_id", "id")
    )
)


@dataclass(frozen=True, slots=True)
class MethodInChannel:
    """A method with what it costs in one market, and its texts in the reader's language."""

    method: ShippingMethod
    name: str
    description: str
    price: Money
    minimum: Money | None
    maximum: Money | None
    free_from: Money | None
    rules: tuple[PostalCodeRule, ...]
    excluded: frozenset[int]
    """Ids of products that never travel this way."""


@dataclass(frozen=True, slots=True)
class ZoneInChannel:
    zone: ShippingZone
    methods: tuple[MethodInChannel, ...]


def zones_in_channel(
    seller_ids: Collection[int], *, channel: Channel, language: str
) -> dict[int, tuple[ZoneInChannel, ...]]:
    """By seller, in the order zones were made; a seller who has set nothing for the market is not in it."""
    methods = _methods(sellers=list(seller_ids), channel=channel.pk)
    prefetch_related_objects(
        methods,
        Prefetch("listings", MethodListing.objects.filter(channel=channel)),
        "postal_code_rules",
        Prefetch("excluded_products", to_attr="excluded_rows"),
    )
    texts = _texts(methods, language)
    by_zone: dict[ShippingZone, list[MethodInChannel]] = defaultdict(list)
    for method in methods:
        by_zone[method.zone].append(_in_channel(method, channel.currency_code, texts[method.pk]))
    found: dict[int, tuple[ZoneInChannel, ...]] = {}
    for zone, held in by_zone.items():
        found[zone.seller_id] = (*found.get(zone.seller_id, ()), ZoneInChannel(zone, tuple(held)))
    return found


def _in_channel(method: ShippingMethod, currency: str, texts: Mapping[str, str]) -> MethodInChannel:
    (listing,) = method.listings.all()
    return MethodInChannel(
        method=method,
        name=texts["name"],
        description=texts["description"],
        price=Money(listing.price_amount, currency).quantize(),
        minimum=_money(listing.minimum_order_amount, currency),
        maximum=_money(listing.maximum_order_amount, currency),
        free_from=_money(listing.free_from_amount, currency),
        rules=tuple(method.postal_code_rules.all()),
        excluded=frozenset(product.pk for product in method.excluded_rows),  # type: ignore[attr-defined]  # to_attr
    )


def _money(amount: Decimal | None, currency: str) -> Money | None:
    return None if amount is None else Money(amount, currency).quantize()


def _texts(methods: Sequence[ShippingMethod], language: str) -> dict[int, dict[str, str]]:
    found = localize(
        subject=ShippingMethod.SUBJECT,
        rows=methods,
        fields=list(FIELDS),
        language=language,
        source_language=lambda method: method.source_language,
    )
    return {
        method.pk: {name: text.text if text else getattr(method, name) for name, text in texts.items()}
        for method, texts in zip(methods, found, strict=True)
    }
