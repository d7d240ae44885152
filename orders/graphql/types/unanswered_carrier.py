"""A carrier that gave no price, in the API. The parents are `logistics.rates.quotes.Unanswered`."""

import enum

from logistics.rates.ask.outcome import Silence
from marketplace.graphql import ANYONE, Enum, Field, ObjectType, String, attribute

CarrierSilence = Enum.from_enum(
    enum.StrEnum("CarrierSilence", {each.name: each.value for each in Silence}),
    description="Why a carrier gives no price. REFUSED: it will not say more when asked again. FAILED: something went "
    "wrong, it may answer later. TOO_LATE: it did not answer in time, it may next time.",
)


class UnansweredCarrier(ObjectType):
    """A carrier that was asked and gave no price."""

    class Meta:
        access = ANYONE

    carrier = Field(String, required=True, description="Code of the carrier, see carriers.")
    name = Field(String, required=True)
    reason = Field(CarrierSilence, required=True)

    resolve_reason = attribute("silence")
