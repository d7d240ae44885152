"""Shipments on their way: this subject's part of the public API."""

from typing import Any

from django.db.models import QuerySet

from logistics.graphql.shipments.booking_mutations import ShipmentCancel, ShipmentRebook
from logistics.graphql.shipments.event_mutations import (
    FreightEventAdd,
    FreightEventsImport,
    ShipmentAlertEnd,
    ShipmentArrivalEstimateAdd,
)
from logistics.graphql.shipments.find_events import find_events
from logistics.graphql.shipments.freight_event import FreightEventCountableConnection, FreightEventFilterInput
from logistics.graphql.shipments.leg_mutations import ShipmentLegAdd, ShipmentLegRemove, ShipmentLegUpdate
from logistics.graphql.shipments.setting_mutations import (
    FreightSubscriptionCreate,
    FreightSubscriptionEnd,
    SsccPrefixUpdate,
)
from logistics.graphql.shipments.subscription import FreightSubscription, SsccPrefix
from logistics.graphql.shipments.tracking import ShipmentTracking, find_tracked
from logistics.shipments.freight.freight_event import FreightEvent
from logistics.shipments.freight.subscription import FreightSubscription as SubscriptionRow
from logistics.shipments.shipment import Shipment
from logistics.shipments.sscc.number_range import SsccRange
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class ShipmentQueries(ObjectType):
    """Where goods are, and what shipping lines tell of them."""

    tracking = Field(
        ShipmentTracking,
        token=String(required=True),
        access=ANYONE,
        description="A shipment for whoever holds the address of its page; null when the token is nobody's.",
    )
    freight_events = ConnectionField(
        FreightEventCountableConnection,
        seller=ID(required=True),
        filter=FreightEventFilterInput(),
        access=SIGNED_IN,
        description="What was told of the freight of a seller one works for, in the order it was written down.",
    )
    freight_subscriptions = Field(
        List(NonNull(FreightSubscription)),
        required=True,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="For the seller's managers; the open ones first.",
    )
    sscc_prefix = Field(
        SsccPrefix,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="Null before the first parcel is numbered.",
    )

    @staticmethod
    def resolve_tracking(root: Any, info: Any, token: str) -> Shipment | None:
        return find_tracked(token)

    @staticmethod
    def resolve_freight_events(root: Any, info: Any, seller: str, filter: Any = None) -> QuerySet[FreightEvent]:
        return find_events(seller_id=seller_for(info, seller, field="seller").pk, wanted=filter or {})

    @staticmethod
    def resolve_freight_subscriptions(root: Any, info: Any, seller: str) -> QuerySet[SubscriptionRow]:
        own = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return SubscriptionRow.objects.filter(seller=own, ended_at__isnull=True)[:50]

    @staticmethod
    def resolve_sscc_prefix(root: Any, info: Any, seller: str) -> SsccRange | None:
        own = seller_for(info, seller, field="seller")
        return SsccRange.objects.filter(seller=own, ended_at__isnull=True).first()


class ShipmentMutations(ObjectType):
    """Planning, following and booking shipments."""

    shipment_leg_add = ShipmentLegAdd.Field()
    shipment_leg_update = ShipmentLegUpdate.Field()
    shipment_leg_remove = ShipmentLegRemove.Field()
    freight_event_add = FreightEventAdd.Field()
    freight_events_import = FreightEventsImport.Field()
    shipment_arrival_estimate_add = ShipmentArrivalEstimateAdd.Field()
    shipment_alert_end = ShipmentAlertEnd.Field()
    shipment_cancel = ShipmentCancel.Field()
    shipment_rebook = ShipmentRebook.Field()
    freight_subscription_create = FreightSubscriptionCreate.Field()
    freight_subscription_end = FreightSubscriptionEnd.Field()
    sscc_prefix_update = SsccPrefixUpdate.Field()
