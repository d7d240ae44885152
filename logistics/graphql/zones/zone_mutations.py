"""``shippingZoneCreate``, ``-Update`` and ``-Delete``."""

from typing import Any

from catalog.graphql.errors import REFUSED
from logistics.graphql.zones.access import own_zone
from logistics.graphql.zones.inputs import channels_of, zone_fields
from logistics.graphql.zones.types import ShippingZone
from logistics.zones.write_zone import create_zone, delete_zone, update_zone
from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, InputObjectType, List, Mutation, NonNull, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

CODES = ("TOO_MANY",)


class ShippingRegionInput(InputObjectType):
    """A province, state or prefecture by its name, as addresses there are written."""

    country = String(required=True, description="ISO 3166-1 alpha-2; one of the zone's.")
    region = String(required=True)


class ShippingZoneUpdateInput(InputObjectType):
    """What is left out stays as it is; lists replace the earlier ones, save those of channels."""

    name = String()
    description = String(description="For the seller's own people.")
    countries = List(NonNull(String), description="ISO 3166-1 alpha-2.")
    regions = List(NonNull(ShippingRegionInput), description="Of a country that has some here, only these are served.")
    default = Boolean(description="It also serves every country that no other zone of the seller's names.")
    add_channels = List(NonNull(ID), description="Markets it holds in.")
    remove_channels = List(NonNull(ID))


class ShippingZoneCreateInput(InputObjectType):
    """A new zone."""

    seller = ID(required=True)
    name = String(required=True)
    description = String(description="For the seller's own people.")
    countries = List(NonNull(String), description="ISO 3166-1 alpha-2.")
    regions = List(NonNull(ShippingRegionInput), description="Of a country that has some here, only these are served.")
    default = Boolean(description="It also serves every country that no other zone of the seller's names.")
    add_channels = List(NonNull(ID), description="Markets it holds in.")


class ShippingZoneCreate(Mutation):
    """Make a delivery zone; it changes nothing for buyers before it has a method. For managers of the seller."""

    class Arguments:
        input = ShippingZoneCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED
        creates = True

    shipping_zone = Field(ShippingZone)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = seller_for(info, input["seller"], MemberRole.MANAGER, field="seller")
        channels = channels_of(input.get("add_channels"), field="add_channels")
        return {"shipping_zone": create_zone(seller=seller, channels=channels, **zone_fields(input))}


class ShippingZoneUpdate(Mutation):
    """Change a delivery zone. Baskets are priced by it from now on; orders keep what they have."""

    class Arguments:
        id = ID(required=True)
        input = ShippingZoneUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    shipping_zone = Field(ShippingZone)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        zone = update_zone(
            zone=own_zone(info, id),
            added=channels_of(input.get("add_channels"), field="add_channels"),
            removed=channels_of(input.get("remove_channels"), field="remove_channels"),
            **zone_fields(input),
        )
        return {"shipping_zone": zone}


class ShippingZoneDelete(Mutation):
    """Delete a delivery zone with its methods. Without zones in a market, goods travel as carriers quote."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    deleted_id = Field(ID)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_zone(zone=own_zone(info, id))
        return {"deleted_id": id}
