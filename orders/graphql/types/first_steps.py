"""A seller's first steps in the API."""

from typing import Any

from marketplace.graphql import ID, Boolean, Enum, Field, List, NonNull, ObjectType, Rule, to_global_id
from marketplace.sellers.graphql.access import member
from orders.first_steps.step import OPTIONAL, Step
from orders.first_steps.step import FirstSteps as Found

OF_MEMBERS = member(lambda parent: parent.seller_id)
THROUGH_STEPS = Rule("reaching it through first steps one may see", lambda _context, _parents: True)
SellerFirstStepCode = Enum.from_enum(
    Step, name="SellerFirstStepCode", description="From the application to the first money, in order."
)


class SellerFirstStep(ObjectType):
    """One of the steps."""

    class Meta:
        access = THROUGH_STEPS

    code = Field(SellerFirstStepCode, required=True)
    is_done = Field(Boolean, required=True)
    is_optional = Field(Boolean, required=True, description="A shop may sell without it.")


class SellerFirstSteps(ObjectType):
    """How far a seller has come, read from what there is. For everybody who works for the seller."""

    class Meta:
        access = OF_MEMBERS

    steps = Field(List(NonNull(SellerFirstStep)), required=True, size=len(Step), description="All, in order.")
    is_complete = Field(Boolean, required=True, description="Every step is done but the optional ones.")
    is_hidden = Field(Boolean, required=True, description="Somebody of the seller put them away.")
    product = Field(ID, description="The product that the steps on a product are about; null while there is none.")

    @staticmethod
    def resolve_steps(found: Found, info: Any) -> list[dict[str, Any]]:
        return [{"code": step, "is_done": step in found.done, "is_optional": step in OPTIONAL} for step in Step]

    @staticmethod
    def resolve_product(found: Found, info: Any) -> str | None:
        return None if found.product_id is None else to_global_id("Product", found.product_id)
