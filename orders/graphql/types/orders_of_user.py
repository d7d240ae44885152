"""``User.orders``: what the person has bought."""

from marketplace.accounts.graphql.access import OWN_ACCOUNT
from marketplace.graphql import ConnectionField, ObjectType, connection_type, related_connection
from orders.graphql.types.order import Order
from orders.lifecycle.order import Order as OrderRow

OrderCountableConnection = connection_type(Order)


class OrdersOfUser(ObjectType):
    """Added to the accounts' type, which stands below orders."""

    class Meta:
        access = OWN_ACCOUNT

    orders = ConnectionField(OrderCountableConnection, access=OWN_ACCOUNT, description="One's own, newest first.")

    resolve_orders = related_connection(
        lambda info: OrderRow.objects.select_related("channel").order_by("-created_at", "-id"), by="user_id"
    )
