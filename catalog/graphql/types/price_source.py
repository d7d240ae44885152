"""Where a stored price comes from, in the API: base price, rate, rule and history."""

import enum
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal as Number
from typing import Any

from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from catalog.models import BasePrice as BaseRow
from catalog.models import BasePriceTier as BaseTierRow
from catalog.models import PriceDerivation as DerivationRow
from catalog.models import PriceRecord as RecordRow
from catalog.models import PriceRule as RuleRow
from catalog.models import ProductVariant as VariantRow
from catalog.models import VariantChannelListing as ListingRow
from catalog.pricing.price_rule import Rounding
from i18n.graphql.types.money import Money
from i18n.money import Money as Amount
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    SIGNED_IN,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
)

MOST_RECORDS = 50
PriceRoundingEnum = Enum.from_enum(
    enum.StrEnum("PriceRounding", {name: name for name in Rounding.names}),
    description="Which way a derived price is rounded.",
)


class BasePriceTier(ObjectType):
    """A lower base price from a quantity on."""

    class Meta:
        access = SIGNED_IN

    minimum_quantity = Field(Int, required=True)
    price = Field(Money, required=True)


class BasePrice(ObjectType):
    """What the seller reckons in."""

    class Meta:
        access = SIGNED_IN

    price = Field(Money, required=True, description="Of one piece, in the seller's currency.")
    tiers = Field(NonNull(List(NonNull(BasePriceTier))))

    @staticmethod
    @batch
    def resolve_tiers(bases: list[BaseRow], info: Any) -> list[list[dict[str, Any]]]:
        tiers: dict[int, list[dict[str, Any]]] = {base.pk: [] for base in bases}
        currency = {base.pk: base.currency for base in bases}
        for row in BaseTierRow.objects.filter(base_price__in=bases).order_by("minimum_quantity"):
            price = Amount(row.amount, currency[row.base_price_id])
            tiers[row.base_price_id].append({"minimum_quantity": row.minimum_quantity, "price": price})
        return [tiers[base.pk] for base in bases]


class PriceDerivation(ObjectType):
    """What a derived price was reckoned from."""

    class Meta:
        access = SIGNED_IN

    base_price = Field(Money, required=True)
    rate = Field(Decimal, required=True, description="Units of the channel's currency for one of the base price's.")
    rate_date = Field(Date, required=True)
    rate_source = Field(String, required=True)
    derived_at = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_base_price(rows: list[DerivationRow], info: Any) -> list[Amount]:
        return [Amount(row.base_amount, row.base_currency) for row in rows]

    @staticmethod
    @batch
    def resolve_rate(rows: list[DerivationRow], info: Any) -> list[Number]:
        return [row.rate.normalize() for row in rows]

    @staticmethod
    @batch
    def resolve_rate_date(rows: list[DerivationRow], info: Any) -> list[date]:
        return [row.rate_on for row in rows]


class PriceRecord(ObjectType):
    """What was said of a price, from one moment until the next entry."""

    class Meta:
        access = SIGNED_IN

    recorded_at = Field(DateTime, required=True)
    price = Field(Money, description="The regular price; null: not sold from then on.")
    sale_price = Field(Money)
    sale_starts_at = Field(DateTime)
    sale_ends_at = Field(DateTime)

    @staticmethod
    @batch
    def resolve_price(rows: list[RecordRow], info: Any) -> list[Amount | None]:
        return [_amount(row.price_amount, row.currency) for row in rows]

    @staticmethod
    @batch
    def resolve_sale_price(rows: list[RecordRow], info: Any) -> list[Amount | None]:
        return [_amount(row.sale_amount, row.currency) for row in rows]


class PriceRule(ObjectType):
    """How a seller's base prices become prices in one market."""

    class Meta:
        access = SIGNED_IN

    channel = Field(Channel, required=True)
    markup_percent = Field(Decimal, required=True)
    step = Field(Decimal, required=True, description="What is rounded to; 0: the currency's smallest unit.")
    ending = Field(Decimal, required=True, description="What the price ends with: step 1 and ending 0.95 give 12.95.")
    rounding = Field(PriceRoundingEnum, required=True)

    resolve_channel = related("channel")
    resolve_markup_percent = attribute("markup_percent")

    @staticmethod
    @batch
    def resolve_step(rows: list[RuleRow], info: Any) -> list[Number]:
        return [row.step.normalize() for row in rows]

    @staticmethod
    @batch
    def resolve_ending(rows: list[RuleRow], info: Any) -> list[Number]:
        return [row.ending.normalize() for row in rows]


def base_prices_of(variants: Sequence[VariantRow]) -> list[BaseRow | None]:
    """Each variant's base price, in their order."""
    found = {row.variant_id: row for row in BaseRow.objects.filter(variant__in=[variant.pk for variant in variants])}
    return [found.get(variant.pk) for variant in variants]


def derivations_of(listings: Sequence[ListingRow]) -> list[DerivationRow | None]:
    """Each listing's derivation, in their order."""
    rows = DerivationRow.objects.filter(listing__in=[listing.pk for listing in listings])
    found = {row.listing_id: row for row in rows}
    return [found.get(listing.pk) for listing in listings]


def histories_of(listings: Sequence[ListingRow]) -> list[list[RecordRow]]:
    """The latest records of each listing, newest first; one query."""
    wanted = Q(pk__in=[])
    for listing in listings:
        wanted |= Q(variant=listing.variant_id, channel=listing.channel_id)
    newest = [F("recorded_at").desc(), F("pk").desc()]
    place = Window(RowNumber(), partition_by=[F("variant"), F("channel")], order_by=newest)
    rows = RecordRow.objects.filter(wanted).annotate(place=place).filter(place__lte=MOST_RECORDS).order_by("place")
    found: dict[tuple[int, int], list[RecordRow]] = defaultdict(list)
    for row in rows:
        found[row.variant_id, row.channel_id].append(row)
    return [found[listing.variant_id, listing.channel_id] for listing in listings]


def _amount(amount: Number | None, currency: str) -> Amount | None:
    return None if amount is None else Amount(amount, currency)
