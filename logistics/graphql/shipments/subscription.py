"""Pushes of shipping lines, and a company's prefix, in the API."""

from typing import Any

from django.conf import settings

from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments.freight import subscription
from logistics.shipments.notices.dcsa_push import DCSA
from logistics.shipments.sscc import number_range
from marketplace.graphql import ID, Boolean, DateTime, Field, ObjectType, String


class FreightSubscription(ObjectType):
    """A shipping line may push its events to this address, signed with the secret that was told once."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    carrier_name = Field(String, required=True)
    url = Field(String, required=True, description="Where the line sends its events, as the DCSA's interface says.")
    created_at = Field(DateTime, required=True)
    last_heard_at = Field(DateTime)
    ended_at = Field(DateTime)

    @staticmethod
    def resolve_url(row: subscription.FreightSubscription, info: Any) -> str:
        return f"{settings.PUBLIC_URL}/carriers/{DCSA}/webhooks/{row.key}"


class SsccPrefix(ObjectType):
    """What the numbers of a seller's parcels begin with."""

    class Meta:
        access = THROUGH_ITS_ORDER

    prefix = Field(String, required=True)
    is_internal = Field(Boolean, required=True, description="Not of GS1: known to this marketplace alone.")
    numbers_given = Field(String, required=True, description="How many parcels were numbered under it.")

    @staticmethod
    def resolve_numbers_given(row: number_range.SsccRange, info: Any) -> str:
        return str(row.next_serial - 1)
