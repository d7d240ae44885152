"""What carriers would take for a seller's parcel, in the API. The parents are of `logistics.rates`."""

from typing import Any

from i18n.graphql.types.money import Money
from logistics.rates.quotes import Answer, Unanswered
from logistics.rates.rate import Rate
from marketplace.graphql import ANYONE, Field, Int, List, NonNull, ObjectType, String, attribute
from orders.graphql.types.unanswered_carrier import CarrierSilence


class ShippingRate(ObjectType):
    """A price of one service of one carrier."""

    class Meta:
        access = ANYONE

    carrier = Field(String, required=True, description="Code of the carrier, see carriers.")
    service = Field(String, required=True, description="Code of the service, for booking it.")
    name = Field(String, required=True)
    price = Field(Money, required=True, description="In the currency of the order.")
    quoted_price = Field(Money, required=True, description="As the carrier says it.")
    minimum_delivery_days = Field(Int, required=True)
    maximum_delivery_days = Field(Int, required=True)
    basis = Field(String, required=True, description="How the price came about.")

    resolve_quoted_price = attribute("quoted")
    resolve_minimum_delivery_days = attribute("min_days")
    resolve_maximum_delivery_days = attribute("max_days")


class ShippingRateRefusal(ObjectType):
    """A carrier that gave its own customer no price."""

    class Meta:
        access = ANYONE

    carrier = Field(String, required=True)
    name = Field(String, required=True)
    reason = Field(CarrierSilence, required=True)
    fact = Field(String, required=True, description="What was wrong, in English.")
    said = Field(String, description="The carrier's own words, in its own language.")

    resolve_reason = attribute("silence")

    @staticmethod
    def resolve_said(refusal: Unanswered, info: Any) -> str | None:
        return refusal.said or None


class ShippingRates(ObjectType):
    """The answers of all carriers that a seller has an account with, or needs none for."""

    class Meta:
        access = ANYONE

    rates = Field(List(NonNull(ShippingRate)), required=True, size=10, description="Cheapest first.")
    unanswered = Field(List(NonNull(ShippingRateRefusal)), required=True, size=5)

    @staticmethod
    def resolve_rates(answer: Answer, info: Any) -> list[Rate]:
        return answer.rates

    @staticmethod
    def resolve_unanswered(answer: Answer, info: Any) -> list[Unanswered]:
        return answer.unanswered
