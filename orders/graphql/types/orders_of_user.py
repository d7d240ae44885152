"""``User.orders``: what the person has bought."""

from typing import Any

from marketplace.accounts.graphql.access import OWN_ACCOUNT
from marketplace.accounts.models import User
from marketplace.graphql import (
    ID,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related_connection,
    to_global_id,
)
from orders.checkout.merge import checkouts_of
from orders.graphql.types.order import Order
from orders.lifecycle.order import Order as OrderRow

OrderCountableConnection = connection_type(Order)


class OrdersOfUser(ObjectType):
    """Added to the accounts' type, which stands below orders."""

    class Meta:
        access = OWN_ACCOUNT

    orders = ConnectionField(OrderCountableConnection, access=OWN_ACCOUNT, description="One's own, newest first.")

    checkout_ids = Field(
        List(NonNull(ID)),
        channel=String(description="Only of this market, by its slug."),
        access=OWN_ACCOUNT,
        description="One's baskets, the latest first: they are there whatever becomes of the browser.",
    )

    resolve_orders = related_connection(
        lambda info: OrderRow.objects.select_related("channel").order_by("-created_at", "-id"), by="user_id"
    )

    @staticmethod
    @batch
    def resolve_checkout_ids(users: list[User], info: Any, channel: str | None = None) -> list[list[str]]:
        found = checkouts_of([user.pk for user in users], channel=(channel or "")[:40])
        return [[to_global_id("Checkout", key) for key in found[user.pk]] for user in users]
