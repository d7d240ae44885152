"""What buyers paid too much and is kept for them, in the API."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.types.money import Money
from marketplace.graphql import ID, Field, ObjectType, attribute, batch, connection_type, object_rule, permission
from orders.graphql.access import ORDERS_MANAGE, open_order
from orders.graphql.types.order import Order
from orders.lifecycle.order import Order as OrderRow
from orders.payments.credit import BuyerCredit as CreditRow
from orders.stored_money import stored


def _theirs(context: Any, rows: Sequence[CreditRow]) -> list[bool]:
    caller = context.actor.id
    return [caller is not None and row.order.user_id == caller for row in rows]


class BuyerCredit(ObjectType):
    """Kept from one order that was overpaid, until it pays for another or is paid back."""

    class Meta:
        access = permission(ORDERS_MANAGE) | object_rule("being the buyer", _theirs)

    id = Field(ID, required=True)
    order = Field(Order, required=True, description="The order that was overpaid.")
    kept = Field(Money, required=True, description="All that was ever kept.")
    used = Field(Money, required=True, description="Of it, what paid for other orders.")
    returned = Field(Money, required=True, description="Of it, what was paid back or is about to be.")
    available = Field(Money, required=True)

    resolve_available = attribute("available")

    @staticmethod
    @batch
    def resolve_order(rows: list[CreditRow], info: Any) -> list[OrderRow]:
        return [open_order(info, row.order) for row in rows]

    @staticmethod
    def resolve_kept(row: CreditRow, info: Any) -> Any:
        return stored(row.amount, row.currency)

    @staticmethod
    def resolve_used(row: CreditRow, info: Any) -> Any:
        return stored(row.used_amount, row.currency)

    @staticmethod
    def resolve_returned(row: CreditRow, info: Any) -> Any:
        return stored(row.returned_amount, row.currency)


BuyerCreditCountableConnection = connection_type(BuyerCredit)
