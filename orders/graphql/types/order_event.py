"""The history of orders in the API."""

from typing import Any

from i18n.messages import gettext
from marketplace.graphql import ANYONE, DateTime, Enum, Field, ObjectType, String, batch
from orders.graphql.wording import EVENT, ROLE
from orders.lifecycle import order_event

OrderEventType = Enum.from_enum(
    order_event.OrderEventType, name="OrderEventType", description="What can happen to an order."
)


class OrderEvent(ObjectType):
    """Something that happened to an order."""

    class Meta:
        access = ANYONE

    type = Field(OrderEventType, required=True)
    at = Field(DateTime, required=True)
    by = Field(String, required=True, description="Who did it: buyer, seller, staff or nobody. Never a name.")
    message = Field(String, required=True, description="For people, in the language of the request.")
    reason = Field(String, description="As it was given, in whatever language.")

    @staticmethod
    def resolve_by(event: order_event.OrderEvent, info: Any) -> str:
        return gettext(info.context.language, ROLE[event.role])

    @staticmethod
    @batch
    def resolve_message(events: list[order_event.OrderEvent], info: Any) -> list[str]:
        return [
            gettext(
                info.context.language,
                EVENT[event.type],
                **{**event.parameters, "number": (event.seller_order or event.order).number},
            )
            for event in events
        ]

    @staticmethod
    def resolve_reason(event: order_event.OrderEvent, info: Any) -> str | None:
        return event.reason or None
