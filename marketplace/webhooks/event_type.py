"""What another program can be told of."""

from django.db import models


class WebhookEventType(models.TextChoices):
    ORDER_PLACED = "ORDER_PLACED"
    ORDER_PAID = "ORDER_PAID"
    ORDER_CANCELED = "ORDER_CANCELED"
    SELLER_ORDER_SHIPPED = "SELLER_ORDER_SHIPPED"
    SELLER_ORDER_DELIVERED = "SELLER_ORDER_DELIVERED"
    SELLER_ORDER_CANCELED = "SELLER_ORDER_CANCELED"
    PRODUCT_CHANGED = "PRODUCT_CHANGED"
    STOCK_CHANGED = "STOCK_CHANGED"
    QUOTE_REQUESTED = "QUOTE_REQUESTED"
    QUOTE_CHANGED = "QUOTE_CHANGED"
    QUOTE_ACCEPTED = "QUOTE_ACCEPTED"
    PAYOUT_SENT = "PAYOUT_SENT"
    PING = "PING"
    """Only ever sent by hand, to try an address."""


SUBSCRIBABLE = tuple(event_type for event_type in WebhookEventType if event_type != WebhookEventType.PING)
