"""A basket on its way to becoming an order."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models

from marketplace.sealed.entries import SealedEntriesField

STOCK_HELD_FOR = timedelta(minutes=30)
KEPT_FOR = timedelta(days=30)
"""A basket nobody touched for this long is forgotten, and the personal data in it."""


class Checkout(models.Model):
    """Opened by whoever has its id, until it is attached to an account. It is deleted when it became an order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.ForeignKey("channels.Channel", models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    language = models.CharField(max_length=10)
    shipping_address = models.JSONField(null=True)
    billing_address = models.JSONField(null=True)
    """Empty means: the same as the shipping address."""
    note = models.TextField(blank=True, max_length=2000)
    purchase_order_number = models.CharField(max_length=60, blank=True)
    tax_ids = SealedEntriesField(seals="number", default=list)
    """The buyer's, as ``orders.checkout.tax_id`` keeps them."""
    is_gift = models.BooleanField(default=False)
    gift_message = models.TextField(blank=True, max_length=500)
    voucher_code = models.CharField(max_length=40, blank=True)
    metadata = models.JSONField(default=dict, blank=True)
    """Texts by key that clients keep with it; ours mean nothing by them."""
    private_metadata = models.JSONField(default=dict, blank=True)
    """The same, for staff only."""
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)
    expires_at = models.DateTimeField()
    """Until then its stock is held; afterwards the basket stays and is checked again."""

    def __str__(self) -> str:
        return str(self.id)
