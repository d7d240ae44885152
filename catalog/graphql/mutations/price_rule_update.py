"""``priceRuleUpdate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.inputs import channel_of_id
from catalog.graphql.types.price_source import PriceRoundingEnum, PriceRule
from catalog.pricing.set_price_rule import set_price_rule
from marketplace.graphql import ID, SIGNED_IN, Decimal, Field, InputObjectType, Mutation
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class PriceRuleInput(InputObjectType):
    """The whole rule: what is left out is zero, or the nearest."""

    channel_id = ID(required=True)
    markup_percent = Decimal(description="Added to the converted price; at least -90, at most 900.")
    step = Decimal(description="What is rounded to; 0: the currency's smallest unit.")
    ending = Decimal(description="What the price ends with, lower than the step.")
    rounding = PriceRoundingEnum()


class PriceRuleUpdate(Mutation):
    """Say how the seller's derived prices are marked up and rounded in a market; they are reckoned again at once.

    For managers of the seller.
    """

    class Arguments:
        seller = ID(required=True)
        input = PriceRuleInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.REFUSED

    price_rule = Field(PriceRule)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        given = {name: input[name] for name in ("markup_percent", "step", "ending") if input.get(name) is not None}
        if input.get("rounding"):
            given["rounding"] = str(input["rounding"])
        channel = channel_of_id(input["channel_id"], field="channel_id")
        return {"price_rule": set_price_rule(seller=owner, channel=channel, **given)}
