"""Consents in the API: what one agreed to."""

from typing import Any

from marketplace.accounts.consents.purpose import ConsentChange, ConsentPlace
from marketplace.accounts.consents.purpose import ConsentPurpose as Purpose
from marketplace.accounts.consents.record import ConsentRecord
from marketplace.accounts.consents.withdraw import can_be_withdrawn
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
)

ConsentPurposeEnum = Enum.from_enum(
    Purpose,
    name="ConsentPurpose",
    description="What may be done. FAIR_LEADS lets all exhibitors that scan the badge have the contact, FAIR_CONTACT is"
    " one of them that has it.",
)
ConsentStateEnum = Enum.from_enum(
    ConsentChange,
    name="ConsentState",
    description="GIVEN is in force. WITHDRAWN was taken back by the person, ENDED is over because what it was for is.",
)
ConsentPlaceEnum = Enum.from_enum(
    ConsentPlace,
    name="ConsentPlace",
    description="Where somebody agreed. CARRIED_OVER was before this log was kept, and written down later; what was not"
    " known then is empty.",
)


class Consent(ObjectType):
    """Something that one agreed to, and what became of it. Given again after its end it is another one."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    purpose = Field(ConsentPurposeEnum, required=True)
    state = Field(ConsentStateEnum, required=True)
    about = Field(String, required=True, description="The fair, exhibitor or maker, as it was called; else empty.")
    given_at = Field(DateTime, required=True)
    ended_at = Field(DateTime, description="Null while it is in force.")
    place = Field(ConsentPlaceEnum, required=True)
    wording = Field(String, required=True, description="What was read; may be empty where it was CARRIED_OVER.")
    wording_version = Field(String, required=True)
    language = Field(String, required=True, description="Of the wording, a BCP 47 tag.")

    can_be_withdrawn = Field(
        Boolean,
        required=True,
        description="By its owner with `consentWithdraw`; others in force are taken back where they were given.",
    )

    resolve_about = attribute("about_name")
    resolve_given_at = attribute("at")
    resolve_ended_at = attribute("ended_at")
    resolve_wording_version = attribute("wording_version")

    @staticmethod
    @batch
    def resolve_can_be_withdrawn(records: list[ConsentRecord], info: Any) -> list[bool]:
        return [can_be_withdrawn(record) for record in records]


ConsentConnection = connection_type(Consent)
