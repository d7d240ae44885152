"""Places, partners and materials of a seller's chain in the API: for those who work for the seller."""

from typing import Any

from catalog.traceability.identity import place as place_module
from catalog.traceability.identity import scheme as scheme_module
from catalog.traceability.identity.party import TraceParty as PartyRow
from catalog.traceability.identity.place import TracePlace as PlaceRow
from catalog.traceability.identity.uris import party_uri, place_uri
from i18n.graphql.types.language import LanguageDisplay
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Decimal,
    Enum,
    Field,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
)
from marketplace.sellers.graphql.access import member
from marketplace.sellers.graphql.types.seller import Seller

OWN = member(lambda row: row.seller_id)
TracePlaceKind = Enum.from_enum(
    place_module.PlaceKind,
    name="TracePlaceKind",
    description="A PLOT is a forest, plantation or orchard, with its geolocation.",
)
TraceScheme = Enum.from_enum(
    scheme_module.Scheme, name="TraceScheme", description="Whose rules a number follows; GS1's is a GLN."
)


class TraceParty(ObjectType):
    """A partner in the address book of a seller's chain."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    name = Field(String, required=True)
    address = Field(String, required=True)
    country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    email = Field(String, required=True)
    phone = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="In which it is written to.")
    tax_code = Field(String, required=True)
    account = Field(Seller, description="The seller here that it is; it may then read the events of the chain.")
    scheme = Field(TraceScheme, required=True)
    value = Field(String, required=True, description="A GLN or another number; empty for none.")
    is_public = Field(Boolean, required=True, description="Whether its name is told to others than authorities.")
    uri = Field(String, required=True, description="How events name it.")
    archived_at = Field(DateTime)

    resolve_account = related("account")

    @staticmethod
    @batch
    def resolve_uri(rows: list[PartyRow], info: Any) -> list[str]:
        return [party_uri(row) for row in rows]


class TracePlace(ObjectType):
    """Where things happen to a seller's goods."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    kind = Field(TracePlaceKind, required=True)
    name = Field(String, required=True)
    address = Field(String, required=True)
    country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    party = Field(TraceParty, description="Whose place it is; null for the seller's own.")
    scheme = Field(TraceScheme, required=True)
    value = Field(String, required=True, description="A GLN or another number; empty for none.")
    latitude = Field(Decimal, description="WGS 84; of an outline, a point inside or near it.")
    longitude = Field(Decimal)
    boundary = Field(String, required=True, description="GeoJSON geometry with the digits it was given with; or empty.")
    area_ha = Field(Decimal, description="Computed from the outline, else as the seller says.")
    is_public = Field(Boolean, required=True, description="Whether the public may see the exact point.")
    uri = Field(String, required=True, description="How events name it.")
    archived_at = Field(DateTime)

    resolve_party = related("party")

    @staticmethod
    @batch
    def resolve_uri(rows: list[PlaceRow], info: Any) -> list[str]:
        return [place_uri(row) for row in rows]


class MaterialBatch(ObjectType):
    """A batch of what goes into lots: logs, boards, clay, latex."""

    class Meta:
        access = OWN

    id = Field(ID, required=True)
    name = Field(String, required=True)
    number = Field(String, required=True, description="The seller's own.")
    uri = Field(String, required=True, description="How events name it.")
    quantity = Field(Decimal, required=True)
    uom = Field(String, required=True, description="UN/ECE Recommendation 20; empty for pieces.")
    place = Field(TracePlace)
    party = Field(TraceParty, description="Who supplied it.")
    event_id = Field(String, description="Of the EPCIS event that says how it came.")
    created_at = Field(DateTime, required=True)

    resolve_place = related("place")
    resolve_party = related("party")
    resolve_event_id = attribute("event.event_id")


TracePlaceCountableConnection = connection_type(TracePlace)
TracePartyCountableConnection = connection_type(TraceParty)
MaterialBatchCountableConnection = connection_type(MaterialBatch)
