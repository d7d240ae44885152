"""Delivery zones and methods in the API, under the names that Saleor gives them."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.types.product import Product
from catalog.graphql.types.stock import Warehouse
from i18n.graphql.localized import stored_translation
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageCodeEnum, LanguageDisplay, language_argument
from i18n.graphql.types.money import Money
from i18n.graphql.types.weight import Weight
from i18n.money import Money as Amount
from logistics.graphql.zones.access import MEMBERS, METHOD_MEMBERS, THROUGH_ITS_METHOD
from logistics.zones import method as method_module
from logistics.zones import postal_code_rule as rule_module
from logistics.zones.method_listing import MethodListing
from logistics.zones.zone import ShippingZone as ZoneRow
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
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
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller

Method = method_module.ShippingMethod
ShippingMethodTypeEnum = Enum.from_enum(
    method_module.MethodType, name="ShippingMethodTypeEnum", description="How the price of a method comes about."
)
PostalCodeRuleInclusionTypeEnum = Enum.from_enum(
    rule_module.InclusionType,
    name="PostalCodeRuleInclusionTypeEnum",
    description="Whether postal codes are served, or are the ones that are not.",
)


class ShippingRegion(ObjectType):
    """A province, state or prefecture that a zone is limited to."""

    class Meta:
        access = THROUGH_ITS_METHOD

    country = Field(CountryDisplay, required=True)
    region = Field(String, required=True)


class ShippingMethodChannelListing(ObjectType):
    """What a delivery method costs in a market, and for goods of which value it is."""

    class Meta:
        access = THROUGH_ITS_METHOD

    id = Field(ID, required=True)
    channel = Field(Channel, required=True)
    price = Field(Money, required=True, description="Of a carrier's quote: what is added to it.")
    minimum_order_price = Field(Money)
    maximum_order_price = Field(Money)
    free_from = Field(Money, description="Goods of the seller for this much or more travel free.")

    resolve_channel = related("channel")

    @staticmethod
    def resolve_price(row: MethodListing, info: Any) -> Amount | None:
        return _amount(row, "price_amount")

    @staticmethod
    def resolve_minimum_order_price(row: MethodListing, info: Any) -> Amount | None:
        return _amount(row, "minimum_order_amount")

    @staticmethod
    def resolve_maximum_order_price(row: MethodListing, info: Any) -> Amount | None:
        return _amount(row, "maximum_order_amount")

    @staticmethod
    def resolve_free_from(row: MethodListing, info: Any) -> Amount | None:
        return _amount(row, "free_from_amount")


def _amount(row: MethodListing, name: str) -> Amount | None:
    amount = getattr(row, name)
    return None if amount is None else Amount(amount, row.channel.currency_code).quantize()


class ShippingMethodPostalCodeRule(ObjectType):
    """A range of postal codes; without an end, all that begin like the start."""

    class Meta:
        access = THROUGH_ITS_METHOD

    id = Field(ID, required=True)
    start = Field(String, required=True)
    end = Field(String)
    inclusion_type = Field(PostalCodeRuleInclusionTypeEnum, required=True)

    @staticmethod
    @batch
    def resolve_end(rows: Sequence[rule_module.PostalCodeRule], info: Any) -> list[str | None]:
        return [row.end or None for row in rows]


class ShippingMethodTranslation(ObjectType):
    """A method's texts in another language."""

    class Meta:
        access = THROUGH_ITS_METHOD

    language = Field(LanguageDisplay, required=True)
    name = Field(String)
    description = Field(String)


class ShippingMethodType(ObjectType):
    """A way of delivering into a zone."""

    class Meta:
        access = METHOD_MEMBERS

    id = Field(ID, required=True)
    name = Field(String, required=True)
    description = Field(String)
    source_language = Field(LanguageCodeEnum, required=True, description="What name and description are written in.")
    type = Field(ShippingMethodTypeEnum, required=True)
    shipping_zone = Field(lambda: ShippingZone, required=True)
    is_active = Field(Boolean, required=True, description="Buyers are offered it.")
    translation = Field(ShippingMethodTranslation, language_code=language_argument(required=True))
    channel_listings = Field(List(NonNull(ShippingMethodChannelListing)), required=True, size=5)
    postal_code_rules = Field(List(NonNull(ShippingMethodPostalCodeRule)), required=True, size=5)
    minimum_order_weight = Field(Weight)
    maximum_order_weight = Field(Weight)
    minimum_delivery_days = Field(Int, description="Of a carrier's quote: added to the carrier's own.")
    maximum_delivery_days = Field(Int)
    carrier_services = Field(
        List(NonNull(String)), required=True, size=5, description="`<carrier>` or `<carrier>:<service>`; empty: any."
    )
    surcharge_percent = Field(Decimal, required=True, description="On a carrier's price; below zero a reduction.")
    pickup_warehouse = Field(Warehouse, description="Where goods are fetched.")
    pickup_place = Field(String, description="Where else, such as a hall and booth of a fair.")
    pickup_hours = Field(String)
    pickup_from = Field(Date)
    pickup_to = Field(Date, description="The last day.")
    excluded_products = Field(
        List(NonNull(Product)), required=True, size=10, description="What never travels this way."
    )

    resolve_shipping_zone = related("zone")
    resolve_translation = stored_translation(Method.SUBJECT, ("name", "description"))
    resolve_channel_listings = related_list(
        lambda _info: MethodListing.objects.select_related("channel").order_by("channel_id"), by="method_id"
    )
    resolve_postal_code_rules = related_list(
        lambda _info: rule_module.PostalCodeRule.objects.order_by("id"), by="method_id"
    )
    resolve_minimum_order_weight = attribute("minimum_order_weight_g")
    resolve_maximum_order_weight = attribute("maximum_order_weight_g")
    resolve_pickup_warehouse = related("pickup_warehouse")

    @staticmethod
    @batch
    def resolve_description(methods: Sequence[Method], info: Any) -> list[str | None]:
        return [method.description or None for method in methods]

    @staticmethod
    @batch
    def resolve_excluded_products(methods: Sequence[Method], info: Any) -> list[list[Any]]:
        found: dict[int, list[Any]] = {method.pk: [] for method in methods}
        through = Method.excluded_products.through.objects.filter(shippingmethod__in=found)
        for row in through.select_related("product").order_by("pk"):
            found[row.shippingmethod_id].append(row.product)
        return [found[method.pk] for method in methods]


class ShippingZone(ObjectType):
    """Where a seller delivers to. Buyers see the methods it offers in their basket."""

    class Meta:
        access = MEMBERS

    id = Field(ID, required=True)
    seller = Field(Seller, required=True)
    name = Field(String, required=True)
    description = Field(String)
    default = Field(Boolean, required=True, description="It also serves what no other zone of the seller's names.")
    countries = Field(List(NonNull(CountryDisplay)), required=True, size=20)
    regions = Field(
        List(NonNull(ShippingRegion)), required=True, size=10, description="Of these countries only these regions."
    )
    channels = Field(List(NonNull(Channel)), required=True, size=5)
    shipping_methods = Field(List(NonNull(ShippingMethodType)), required=True, size=5)

    resolve_seller = related("seller")
    resolve_default = attribute("is_default")
    resolve_shipping_methods = related_list(
        lambda _info: Method.objects.select_related("zone").order_by("id"), by="zone_id"
    )

    @staticmethod
    @batch
    def resolve_description(zones: Sequence[ZoneRow], info: Any) -> list[str | None]:
        return [zone.description or None for zone in zones]

    @staticmethod
    @batch
    def resolve_channels(zones: Sequence[ZoneRow], info: Any) -> list[list[Any]]:
        found: dict[int, list[Any]] = {zone.pk: [] for zone in zones}
        through = ZoneRow.channels.through.objects.filter(shippingzone__in=found)
        for row in through.select_related("channel").order_by("channel_id"):
            found[row.shippingzone_id].append(row.channel)
        return [found[zone.pk] for zone in zones]


ShippingZoneCountableConnection = connection_type(ShippingZone)
