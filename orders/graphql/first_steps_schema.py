"""A seller's first steps in the public API."""

from typing import Any

from marketplace.graphql import ID, SIGNED_IN, Field, ObjectType
from marketplace.sellers.graphql.access import seller_for
from orders.first_steps.first_steps import first_steps
from orders.first_steps.step import FirstSteps
from orders.graphql.mutations.seller_first_steps_hide import SellerFirstStepsHide
from orders.graphql.types.first_steps import SellerFirstSteps


class FirstStepsQueries(ObjectType):
    """What a seller has still to do before it sells."""

    seller_first_steps = Field(
        SellerFirstSteps,
        seller=ID(required=True),
        access=SIGNED_IN,
        cost=20,
        description="For everybody who works for the seller.",
    )

    @staticmethod
    def resolve_seller_first_steps(root: Any, info: Any, seller: str) -> FirstSteps:
        return first_steps(seller_for(info, seller, field="seller"))


class FirstStepsMutations(ObjectType):
    """Showing them or not."""

    seller_first_steps_hide = SellerFirstStepsHide.Field()
