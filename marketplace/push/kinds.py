"""What a device can be told of; each person chooses for each device."""

from django.db import models


class PushKind(models.TextChoices):
    ORDER_RECEIVED = "ORDER_RECEIVED"
    """To who packs for a seller: an order is confirmed."""
    QUOTE_REQUESTED = "QUOTE_REQUESTED"
    """To who runs a seller's shop."""
    MESSAGE_RECEIVED = "MESSAGE_RECEIVED"
    """To the other side of a conversation."""
    ORDER_SHIPPED = "ORDER_SHIPPED"
    """To the buyer."""
    QUOTE_OFFERED = "QUOTE_OFFERED"
    """To the buyer."""
    MEETING_ASKED = "MEETING_ASKED"
    """To who works for an exhibitor."""
