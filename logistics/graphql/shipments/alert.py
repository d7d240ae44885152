"""Alerts, estimates and labels of a shipment in the API."""

from typing import Any

from i18n.messages import gettext
from logistics.graphql.shipments.words import SOURCE_WORDS
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments.alerts import alert
from logistics.shipments.alerts.words import MEANINGS, WORDS
from logistics.shipments.arrival import estimate
from marketplace.graphql import ID, Date, DateTime, Enum, Field, ObjectType, String

ShipmentAlertKind = Enum.from_enum(alert.AlertKind, name="ShipmentAlertKind", description="What is wrong.")
ArrivalEstimateSource = Enum.from_enum(
    estimate.EstimateSource, name="ArrivalEstimateSource", description="Who said when the goods will be there."
)


class ShipmentAlert(ObjectType):
    """Something both sides should know."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    kind = Field(ShipmentAlertKind, required=True)
    kind_display = Field(String, required=True)
    meaning = Field(String, required=True, description="A sentence in the language of the request.")
    raised_at = Field(DateTime, required=True)
    ended_at = Field(DateTime, description="Null while it lasts.")

    @staticmethod
    def resolve_kind_display(row: alert.ShipmentAlert, info: Any) -> str:
        return gettext(info.context.language, WORDS[row.kind])

    @staticmethod
    def resolve_meaning(row: alert.ShipmentAlert, info: Any) -> str:
        return gettext(info.context.language, MEANINGS[row.kind])


class ArrivalEstimate(ObjectType):
    """A day that somebody expected, at some time."""

    class Meta:
        access = THROUGH_ITS_ORDER

    expected_on = Field(Date, required=True)
    source = Field(ArrivalEstimateSource, required=True)
    source_display = Field(String, required=True)
    said_at = Field(DateTime, required=True)
    note = Field(String, required=True)

    @staticmethod
    def resolve_source_display(row: estimate.ArrivalEstimate, info: Any) -> str:
        return gettext(info.context.language, SOURCE_WORDS[row.source])


class ShipmentLabel(ObjectType):
    """Labels to print and stick on: all parcels of the shipment in one file, or the carrier's own."""

    class Meta:
        access = THROUGH_ITS_ORDER

    source = Field(String, required=True, description="`GS1` for ours, `CARRIER` for the carrier's.")
    format = Field(String, required=True, description="`PDF`, `ZPL`; the carrier's may be another.")
    url = Field(String, required=True, description="Opens for one hour.")
