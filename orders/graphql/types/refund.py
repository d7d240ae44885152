"""Money that goes back, in the API."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from marketplace.graphql import ANYONE, ID, DateTime, Enum, Field, ObjectType, String, attribute
from orders.graphql.wording import REFUND_REASON, REFUND_STATUS
from orders.payments import refund as stored

RefundStatus = Enum.from_enum(
    stored.RefundStatus,
    name="RefundStatus",
    description="DUE until somebody sent it; SENT until the provider says that it has arrived; FAILED is still owed.",
)
RefundReason = Enum.from_enum(stored.RefundReason, name="RefundReason", description="Why money goes back.")


class Refund(ObjectType):
    """Money that is owed to the buyer, or went back."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    amount = Field(Money, required=True)
    shipping_amount = Field(Money, required=True, description="The part of it that gives freight back.")
    reason = Field(RefundReason, required=True)
    reason_display = Field(String, required=True, description="In the language of the request.")
    status = Field(RefundStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    reference = Field(String)
    created = Field(DateTime, required=True)
    done_at = Field(DateTime)

    resolve_amount = attribute("money")
    resolve_shipping_amount = attribute("shipping")
    resolve_created = attribute("created_at")

    @staticmethod
    def resolve_reference(refund: stored.Refund, info: Any) -> str | None:
        return refund.reference or None

    @staticmethod
    def resolve_reason_display(refund: stored.Refund, info: Any) -> str:
        return gettext(info.context.language, REFUND_REASON[refund.reason])

    @staticmethod
    def resolve_status_display(refund: stored.Refund, info: Any) -> str:
        return gettext(info.context.language, REFUND_STATUS[refund.status])
