"""Freight events in the API, by themselves and as the DCSA writes them."""

from typing import Any

from logistics.graphql.shipments.place import Spot, TransportPlace, spot
from logistics.graphql.shipments.words import freight_words
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.shipments.freight import codes
from logistics.shipments.freight.freight_event import FreightEvent as EventRow
from logistics.shipments.freight.write_dcsa import write_dcsa
from marketplace.graphql import (
    ID,
    JSON,
    Boolean,
    DateTime,
    Enum,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    connection_type,
)

FreightEventType = Enum.from_enum(
    codes.EventType, name="FreightEventType", description="What an event is about, as the DCSA sorts them."
)
FreightEventClassifier = Enum.from_enum(
    codes.Classifier, name="FreightEventClassifier", description="Planned, expected, or happened."
)


class FreightEvent(ObjectType):
    """An event in the words of the DCSA's Track & Trace standard, version 2."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    event_id = Field(String, required=True, description="The carrier's.")
    event_type = Field(String, required=True, description="`SHIPMENT`, `TRANSPORT` or `EQUIPMENT`.")
    classifier = Field(String, required=True, description="`PLN`, `EST` or `ACT`.")
    code = Field(String, required=True, description="As it came, also one that no standard knows.")
    description = Field(String, required=True, description="In the language of the request.")
    occurred_at = Field(DateTime, required=True, description="Or will: see the classifier.")
    created_at = Field(DateTime, required=True, description="When the carrier wrote it down.")
    place = Field(TransportPlace, required=True)
    mode = Field(String, required=True)
    vessel_name = Field(String, required=True)
    vessel_imo = Field(String, required=True)
    voyage = Field(String, required=True)
    equipment = Field(String, required=True, description="The container's number.")
    is_empty = Field(Boolean)
    document_type = Field(String, required=True)
    document_id = Field(String, required=True)
    reason = Field(String, required=True)
    dcsa = Field(JSON, required=True, description="The whole event as `GET /v2/events` writes it.")

    @staticmethod
    def resolve_description(event: EventRow, info: Any) -> str:
        return freight_words(info.context.language, event.event_type, event.code, event.document_type)

    @staticmethod
    def resolve_place(event: EventRow, info: Any) -> Spot:
        return spot(event.place, event.place_code)

    @staticmethod
    def resolve_dcsa(event: EventRow, info: Any) -> dict[str, Any]:
        return write_dcsa(event)


FreightEventCountableConnection = connection_type(FreightEvent)


class FreightEventFilterInput(InputObjectType):
    """The questions of the DCSA's `GET /v2/events`; all that are given have to fit."""

    shipment = ID()
    event_type = List(NonNull(FreightEventType))
    classifier = List(NonNull(FreightEventClassifier))
    code = List(NonNull(String), description="`DEPA`, `LOAD`, `CONF`")
    document_type = List(NonNull(String), description="`BKG`, `TRD`")
    carrier_booking_reference = String()
    transport_document_reference = String()
    equipment_reference = String()
    un_location_code = String()
    vessel_imo_number = String()
    voyage = String()
    created_from = DateTime(description="Written down at this moment or later.")


class FreightEventInput(InputObjectType):
    """What a person enters of freight."""

    event_type = FreightEventType(required=True)
    classifier = FreightEventClassifier(required=True)
    code = String(required=True)
    occurred_at = DateTime(required=True)
    place = String()
    place_code = String(description="UN/LOCODE.")
    mode = String()
    vessel_name = String()
    vessel_imo = String()
    voyage = String()
    equipment = String(description="A container's number of ISO 6346.")
    is_empty = Boolean()
    document_type = String()
    document_id = String()
    reason = String()
