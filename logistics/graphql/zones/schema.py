"""Delivery zones: their part of the public API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.inputs import channel_of_id
from i18n.messages import gettext_noop as _
from logistics.graphql.zones.access import find_zone
from logistics.graphql.zones.listing_mutations import (
    ShippingMethodChannelListingUpdate,
    ShippingPriceExcludeProducts,
    ShippingPriceRemoveProductFromExclude,
)
from logistics.graphql.zones.method_mutations import (
    ShippingPriceCreate,
    ShippingPriceDelete,
    ShippingPriceTranslate,
    ShippingPriceUpdate,
)
from logistics.graphql.zones.types import ShippingZone, ShippingZoneCountableConnection
from logistics.graphql.zones.zone_mutations import ShippingZoneCreate, ShippingZoneDelete, ShippingZoneUpdate
from logistics.zones.zone import ShippingZone as ZoneRow
from marketplace.graphql import ID, SIGNED_IN, ConnectionField, Field, InputError, ObjectType, String
from marketplace.sellers.graphql.access import seller_for

LONGEST_SEARCH = 100


class ZonesQueries(ObjectType):
    """Where sellers deliver to."""

    shipping_zone = Field(
        ShippingZone,
        id=ID(required=True),
        access=SIGNED_IN,
        description="For the members of its seller and for staff; null for everybody else.",
    )
    shipping_zones = ConnectionField(
        ShippingZoneCountableConnection,
        seller=ID(required=True),
        channel=ID(description="Only those that hold in this market."),
        search=String(description="Part of the name."),
        access=SIGNED_IN,
        description="A seller's delivery zones in the order they were made. For the members.",
    )

    @staticmethod
    def resolve_shipping_zone(root: Any, info: Any, id: str) -> ZoneRow | None:
        return find_zone(info, id)

    @staticmethod
    def resolve_shipping_zones(
        root: Any, info: Any, seller: str, channel: str | None = None, search: str | None = None
    ) -> QuerySet[ZoneRow]:
        rows = ZoneRow.objects.filter(seller=seller_for(info, seller, field="seller"))
        if len(search or "") > LONGEST_SEARCH:
            raise InputError(_("At most %(limit)s characters."), field="search", params={"limit": LONGEST_SEARCH})
        if search:
            rows = rows.filter(name__icontains=search)
        if channel:
            rows = rows.filter(channels=channel_of_id(channel, field="channel"))
        return rows.order_by("id")


class ZonesMutations(ObjectType):
    """Setting where sellers deliver to, how and for what."""

    shipping_zone_create = ShippingZoneCreate.Field()
    shipping_zone_update = ShippingZoneUpdate.Field()
    shipping_zone_delete = ShippingZoneDelete.Field()
    shipping_price_create = ShippingPriceCreate.Field()
    shipping_price_update = ShippingPriceUpdate.Field()
    shipping_price_delete = ShippingPriceDelete.Field()
    shipping_price_translate = ShippingPriceTranslate.Field()
    shipping_method_channel_listing_update = ShippingMethodChannelListingUpdate.Field()
    shipping_price_exclude_products = ShippingPriceExcludeProducts.Field()
    shipping_price_remove_product_from_exclude = ShippingPriceRemoveProductFromExclude.Field()
