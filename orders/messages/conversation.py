"""Conversation: what a buyer and the people of a seller write to each other about one thing."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q


class Conversation(models.Model):
    """About a product, a quote, a seller's part of an order, or, with none of these, the seller in general."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    buyer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    """Empty once the buyer's account was erased."""
    seller = models.ForeignKey("sellers.Seller", models.CASCADE, related_name="+")
    product = models.ForeignKey("catalog.Product", models.CASCADE, null=True, related_name="+")
    quote = models.ForeignKey("orders.Quote", models.CASCADE, null=True, related_name="+")
    seller_order = models.ForeignKey("orders.SellerOrder", models.CASCADE, null=True, related_name="+")
    created_at = models.DateTimeField()
    last_message_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_message_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["buyer", "product"], name="one_conversation_per_product"),
            models.UniqueConstraint(fields=["quote"], name="one_conversation_per_quote"),
            models.UniqueConstraint(fields=["seller_order"], name="one_conversation_per_seller_order"),
            models.UniqueConstraint(
                fields=["buyer", "seller"],
                condition=Q(product__isnull=True, quote__isnull=True, seller_order__isnull=True),
                name="one_general_conversation",
            ),
            models.CheckConstraint(
                condition=Q(product__isnull=True, quote__isnull=True)
                | Q(product__isnull=True, seller_order__isnull=True)
                | Q(quote__isnull=True, seller_order__isnull=True),
                name="conversation_about_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["buyer", "-last_message_at"], name="conversations_of_a_buyer"),
            models.Index(fields=["seller", "-last_message_at"], name="conversations_of_a_seller"),
        ]

    def __str__(self) -> str:
        return str(self.id)
