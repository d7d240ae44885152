"""How far something is paid, in Saleor's words."""

import enum

from marketplace.graphql import Enum


def _enum(name: str, values: tuple[str, ...], description: str) -> Enum:
    return Enum.from_enum(enum.StrEnum(name, {value: value for value in values}), description=description)


CheckoutAuthorizeStatusEnum = _enum(
    "CheckoutAuthorizeStatusEnum", ("NONE", "PARTIAL", "FULL"), "FULL where nothing has to be paid; else NONE."
)
CheckoutChargeStatusEnum = _enum(
    "CheckoutChargeStatusEnum",
    ("NONE", "PARTIAL", "FULL", "OVERCHARGED"),
    "FULL where nothing has to be paid; else NONE: paying a basket makes an order of it.",
)
OrderAuthorizeStatusEnum = _enum(
    "OrderAuthorizeStatusEnum", ("NONE", "PARTIAL", "FULL"), "How much of the total is reserved or charged."
)
OrderChargeStatusEnum = _enum(
    "OrderChargeStatusEnum", ("NONE", "PARTIAL", "FULL", "OVERCHARGED"), "How much of the total is charged."
)
PaymentChargeStatusEnum = _enum(
    "PaymentChargeStatusEnum",
    (
        "NOT_CHARGED",
        "PENDING",
        "PARTIALLY_CHARGED",
        "FULLY_CHARGED",
        "PARTIALLY_REFUNDED",
        "FULLY_REFUNDED",
        "REFUSED",
        "CANCELLED",
    ),
    "How far an order is paid or paid back.",
)
