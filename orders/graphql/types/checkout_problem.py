"""What is wrong with a basket, in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.graphql import (
    ANYONE,
    Enum,
    Field,
    ObjectType,
    String,
)
from orders.checkout.problems import Problem, ProblemCode

CheckoutProblemCode = Enum.from_enum(
    ProblemCode,
    name="CheckoutProblemCode",
    description="What is wrong with a basket. PRICE_CHANGED is accepted by completing with the new total.",
)


class CheckoutProblem(ObjectType):
    """Something that keeps a basket from becoming an order, or has changed since the buyer looked."""

    class Meta:
        access = ANYONE

    code = Field(CheckoutProblemCode, required=True)
    field = Field(String, required=True, description="What to change: lines, email, shippingAddress, delivery.")
    message = Field(String, required=True, description="For people, in the language of the request.")

    @staticmethod
    def resolve_message(problem: Problem, info: Any) -> str:
        return gettext(info.context.language, problem.message, **problem.params)
