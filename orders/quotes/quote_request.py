"""QuoteRequest: what a buyer wants to have offered, by one seller or by several."""

import uuid

from django.conf import settings
from django.db import models

from i18n.fields import amount_field, currency_field
from orders.attachments.stored_file import StoredFile
from orders.quotes.unit import QuoteUnit


class QuoteRequest(models.Model):
    """It never changes once it was sent: whoever wants something else counters or asks anew."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    channel = models.ForeignKey("channels.Channel", models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    currency = currency_field()
    text = models.TextField(blank=True, max_length=4000)
    incoterm = models.CharField(max_length=3)
    named_place = models.CharField(max_length=120, blank=True)
    wanted_by = models.DateField(null=True)
    country = models.CharField(max_length=2)
    """Where the goods are to go; the address may follow with the acceptance."""
    shipping_address = models.JSONField(null=True)
    is_sample = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["user", "-created_at"], name="quote_requests_of_a_buyer")]

    def __str__(self) -> str:
        return self.number


class QuoteRequestLine(models.Model):
    """Goods of the catalogue, of which only their seller hears, or something in words, which all sellers asked read."""

    request = models.ForeignKey(QuoteRequest, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    product = models.ForeignKey("catalog.Product", models.SET_NULL, null=True, related_name="+")
    variant = models.ForeignKey("catalog.ProductVariant", models.SET_NULL, null=True, related_name="+")
    seller = models.ForeignKey("sellers.Seller", models.CASCADE, null=True, related_name="+")
    """Whose product it is; empty for a line in words."""
    description = models.CharField(max_length=1000)
    """In words; of goods, what they were called."""
    quantity = models.PositiveIntegerField()
    unit = models.CharField(max_length=14, choices=QuoteUnit.choices, default=QuoteUnit.PIECE)
    target_amount = amount_field(null=True)
    """What the buyer would like to pay for one unit, in the currency of the request."""

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["request", "position"], name="one_request_line_per_position"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="request_line_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.description[:40]}"


class QuoteRequestFile(StoredFile):
    request = models.ForeignKey(QuoteRequest, models.CASCADE, related_name="files")

    class Meta:
        ordering = ["created_at", "id"]
