"""What a buyer placed: one number, one payment, a part for every seller."""

import secrets
import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models

from catalog.pricing.taxed_money import TaxedMoney
from i18n.fields import amount_field, currency_field
from marketplace.sealed.entries import SealedEntriesField
from orders.lifecycle.states import OrderStatus
from orders.stored_money import stored_taxed


def new_token() -> str:
    """256 bits nobody guesses; opens one order for whoever has it."""
    return secrets.token_urlsafe(32)


class Order(models.Model):
    """Amounts are what the buyer agreed to when placing it and never change; addresses are copies."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    token = models.CharField(max_length=64, default=new_token)
    checkout_id = models.UUIDField(unique=True, null=True)
    """The checkout it came from. Unique: however often a checkout is completed, it gives one order."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    email = models.EmailField(max_length=254)
    channel = models.ForeignKey("channels.Channel", models.PROTECT, related_name="+")
    language = models.CharField(max_length=10)
    status = models.CharField(max_length=20, choices=OrderStatus.choices, default=OrderStatus.UNPAID)
    shipping_address = models.JSONField()
    billing_address = models.JSONField()
    currency = currency_field()
    subtotal_amount = amount_field()
    shipping_amount = amount_field()
    tax_amount = amount_field(default=0)
    """The part of the total that is tax, where the market's prices contain it."""
    total_amount = amount_field()
    discount_amount = amount_field(default=0)
    """What the voucher took off goods and delivery; it is in none of the amounts above."""
    voucher_code = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True, max_length=2000)
    purchase_order_number = models.CharField(max_length=60, blank=True)
    tax_ids = SealedEntriesField(seals="number", default=list)
    """The buyer's, as ``orders.checkout.tax_id`` keeps them; printed on papers."""
    is_gift = models.BooleanField(default=False)
    gift_message = models.TextField(blank=True, max_length=500)
    metadata = models.JSONField(default=dict, blank=True)
    """Texts by key that clients keep with it; ours mean nothing by them."""
    private_metadata = models.JSONField(default=dict, blank=True)
    """The same, for staff only."""
    created_at = models.DateTimeField()
    payment_due_at = models.DateTimeField()
    has_expired = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["user", "-created_at"], name="orders_of_a_buyer"),
            models.Index(fields=["status", "payment_due_at"], name="orders_falling_due"),
            models.Index(fields=["created_at"], name="orders_by_day"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def subtotal(self) -> TaxedMoney:
        return self._taxed(self.subtotal_amount)

    @property
    def shipping_price(self) -> TaxedMoney:
        return stored_taxed(gross=self.shipping_amount, net=self.shipping_amount, currency=self.currency)

    @property
    def total(self) -> TaxedMoney:
        return self._taxed(self.total_amount)

    def _taxed(self, gross: Decimal) -> TaxedMoney:
        """All tax is on the goods; freight is quoted as one amount."""
        return stored_taxed(gross=gross, net=gross - self.tax_amount, currency=self.currency)
