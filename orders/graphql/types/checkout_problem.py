"""What is wrong with a basket, in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.graphql import (
    ANYONE,
    Enum,
    Field,
    Interface,
    ObjectType,
    String,
)
from orders.checkout.problems import Problem, ProblemCode

CheckoutProblemCode = Enum.from_enum(
    ProblemCode,
    name="CheckoutProblemCode",
    description="What is wrong with a basket. PRICE_CHANGED is accepted by completing with the new total.",
)


class CheckoutProblem(Interface):
    """Something that keeps a basket from becoming an order, or has changed since the buyer looked."""

    code = Field(CheckoutProblemCode, required=True)
    field = Field(String, required=True, description="What to change: lines, email, shippingAddress, delivery.")
    message = Field(String, required=True, description="For people, in the language of the request.")

    @classmethod
    def resolve_type(cls, problem: Problem, info: Any) -> type[ObjectType]:
        return _TYPES.get(problem.code, CheckoutProblemOther)


class _AnyProblem(ObjectType):
    class Meta:
        access = ANYONE

    code = Field(CheckoutProblemCode, required=True)
    field = Field(String, required=True, description="What to change: lines, email, shippingAddress, delivery.")
    message = Field(String, required=True, description="For people, in the language of the request.")

    @staticmethod
    def resolve_message(problem: Problem, info: Any) -> str:
        return gettext(info.context.language, problem.message, **problem.params)


class CheckoutProblemInsufficientStock(_AnyProblem):
    """Less is left than the basket wants."""

    class Meta:
        access = ANYONE
        interfaces = (CheckoutProblem,)


class CheckoutProblemVariantNotAvailable(_AnyProblem):
    """Something is no longer sold."""

    class Meta:
        access = ANYONE
        interfaces = (CheckoutProblem,)


class CheckoutProblemDeliveryMethodStale(_AnyProblem):
    """A delivery costs something else than when it was chosen."""

    class Meta:
        access = ANYONE
        interfaces = (CheckoutProblem,)


class CheckoutProblemDeliveryMethodInvalid(_AnyProblem):
    """Some goods cannot be delivered to the address."""

    class Meta:
        access = ANYONE
        interfaces = (CheckoutProblem,)


class CheckoutProblemOther(_AnyProblem):
    """Something that only `code` and `message` tell."""

    class Meta:
        access = ANYONE
        interfaces = (CheckoutProblem,)


_TYPES: dict[ProblemCode, type[_AnyProblem]] = {
    ProblemCode.INSUFFICIENT_STOCK: CheckoutProblemInsufficientStock,
    ProblemCode.NOT_AVAILABLE: CheckoutProblemVariantNotAvailable,
    ProblemCode.DELIVERY_PRICE_CHANGED: CheckoutProblemDeliveryMethodStale,
    ProblemCode.DELIVERY_IMPOSSIBLE: CheckoutProblemDeliveryMethodInvalid,
}
PROBLEM_TYPES = (CheckoutProblemOther, *_TYPES.values())
