"""What is owed to buyers, in the public API: refunds that have to be sent, and credit that is kept."""

from typing import Any

from django.db.models import F, QuerySet

from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    SIGNED_IN,
    ConnectionField,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    connection_type,
    extend,
    permission,
)
from orders.graphql.types.buyer_credit import BuyerCreditCountableConnection
from orders.graphql.types.refund import Refund, RefundStatus
from orders.graphql.types.refund_order import OrderOfRefund
from orders.payments.credit import BuyerCredit as CreditRow
from orders.payments.refund import Refund as RefundRow

extend(Refund, OrderOfRefund)
RefundCountableConnection = connection_type(Refund)


class RefundFilterInput(InputObjectType):
    """Which refunds to list."""

    status = List(NonNull(RefundStatus))


class OwedQueries(ObjectType):
    """Refunds and credit."""

    refunds = ConnectionField(
        RefundCountableConnection,
        filter=RefundFilterInput(),
        access=permission(Permission.ORDERS_MANAGE),
        description="Money that goes back to buyers, the oldest first.",
    )
    buyer_credits = ConnectionField(
        BuyerCreditCountableConnection,
        access=permission(Permission.ORDERS_MANAGE),
        description="What is kept for buyers and neither used nor paid back, the latest order first.",
    )
    my_credits = ConnectionField(
        BuyerCreditCountableConnection,
        access=SIGNED_IN,
        description="What is kept for the caller, the latest order first.",
    )

    @staticmethod
    def resolve_refunds(root: Any, info: Any, filter: Any = None) -> QuerySet[RefundRow]:
        wanted = [getattr(status, "value", status) for status in (filter or {}).get("status") or ()]
        rows = RefundRow.objects.order_by("created_at", "id")
        return rows.filter(status__in=wanted) if wanted else rows

    @staticmethod
    def resolve_buyer_credits(root: Any, info: Any) -> QuerySet[CreditRow]:
        return _left()

    @staticmethod
    def resolve_my_credits(root: Any, info: Any) -> QuerySet[CreditRow]:
        return _left().filter(order__user=info.context.actor.id)


def _left() -> QuerySet[CreditRow]:
    rows = CreditRow.objects.select_related("order__channel").filter(amount__gt=F("used_amount") + F("returned_amount"))
    return rows.order_by("-id")
