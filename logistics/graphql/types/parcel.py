"""Parcels in the API."""

from typing import Any

from i18n.graphql.types.weight import Weight
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments import shipment
from marketplace.graphql import Boolean, Field, Int, List, NonNull, ObjectType, String, batch


class Parcel(ObjectType):
    """One package of a shipment."""

    class Meta:
        access = THROUGH_ITS_ORDER

    number = Field(Int, required=True)
    weight = Field(Weight, description="Gross; null when nobody weighed it.")
    sscc = Field(String, description="Its serial shipping container code; null for parcels of long ago.")
    sscc_is_internal = Field(Boolean, required=True, description="The code is known to this marketplace alone.")
    trace_codes = Field(List(NonNull(String)), required=True)

    @staticmethod
    def resolve_weight(parcel: shipment.Parcel, info: Any) -> int | None:
        return parcel.gross_weight_g or None

    @staticmethod
    @batch
    def resolve_trace_codes(parcels: list[shipment.Parcel], info: Any) -> list[list[str]]:
        codes: dict[int, list[str]] = {parcel.pk: [] for parcel in parcels}
        rows = shipment.ParcelTraceCode.objects.filter(parcel_id__in=codes).order_by("id")
        for parcel_id, code in rows.values_list("parcel_id", "code"):
            codes[parcel_id].append(code)
        return [codes[parcel.pk] for parcel in parcels]
