"""Where a buyer sees their order."""

from django.conf import settings

from orders.lifecycle.order import Order


def order_link(order: Order) -> str:
    """The address of the order's page; guests need the token in it, and it opens nothing but this order."""
    return f"{settings.PUBLIC_URL}/{order.language}/{order.channel.slug}/orders/{order.pk}?token={order.token}"
