"""``Refund.order`` and what staff need who send refunds: added to the type, which stands below orders."""

from typing import Any

from marketplace.graphql import Field, ObjectType, String, batch, permission
from orders.graphql.access import ORDERS_MANAGE, open_order
from orders.graphql.types.order import Order
from orders.lifecycle.order import Order as OrderRow
from orders.payments.refund import Refund as RefundRow


class OrderOfRefund(ObjectType):
    """For the queue of refunds that did not arrive."""

    class Meta:
        access = permission(ORDERS_MANAGE)

    order = Field(Order, required=True)
    code = Field(String, description="Why the provider could not send it, as it codes it.")
    gateway = Field(String, required=True, description="Through which payment gateway it goes back.")

    @staticmethod
    @batch
    def resolve_order(rows: list[RefundRow], info: Any) -> list[OrderRow]:
        found = OrderRow.objects.select_related("channel").in_bulk({row.order_id for row in rows})
        return [open_order(info, found[row.order_id]) for row in rows]

    @staticmethod
    def resolve_code(row: RefundRow, info: Any) -> str | None:
        return row.code or None

    @staticmethod
    @batch
    def resolve_gateway(rows: list[RefundRow], info: Any) -> list[str]:
        gateways = dict(
            RefundRow.objects.filter(pk__in=[row.pk for row in rows]).order_by().values_list("pk", "payment__gateway")
        )
        return [gateways[row.pk] for row in rows]
