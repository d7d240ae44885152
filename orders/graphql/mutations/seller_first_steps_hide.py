"""``sellerFirstStepsHide``."""

from typing import Any

from marketplace.graphql import ID, SIGNED_IN, Boolean, Field, Mutation
from marketplace.sellers.graphql.access import seller_for
from orders.first_steps.first_steps import first_steps
from orders.first_steps.hide import hide_first_steps
from orders.graphql.types.first_steps import SellerFirstSteps


class SellerFirstStepsHide(Mutation):
    """Stop showing a seller its first steps, or show them again. For everybody who works for the seller."""

    class Arguments:
        seller = ID(required=True)
        hidden = Boolean(required=True)

    class Meta:
        access = SIGNED_IN

    first_steps = Field(SellerFirstSteps)

    @classmethod
    def perform(cls, info: Any, *, seller: str, hidden: bool) -> dict[str, Any]:
        own = seller_for(info, seller, field="seller")
        hide_first_steps(seller=own, hidden=hidden)
        return {"first_steps": first_steps(own)}
