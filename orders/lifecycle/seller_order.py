"""One seller's part of an order: what they sold, pack and ship."""

import uuid
from decimal import Decimal

from django.db import models

from catalog.pricing.taxed_money import TaxedMoney
from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.order import Order
from orders.lifecycle.states import SellerOrderStatus
from orders.stored_money import stored, stored_taxed
from orders.vouchers.borne_by import BorneBy


class SellerOrder(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="seller_orders")
    seller = models.ForeignKey("sellers.Seller", models.PROTECT, related_name="+")
    number = models.CharField(max_length=24, unique=True)
    position = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=20, choices=SellerOrderStatus.choices, default=SellerOrderStatus.AWAITING_PAYMENT
    )
    currency = currency_field()
    subtotal_amount = amount_field()
    shipping_amount = amount_field()
    tax_amount = amount_field(default=0)
    total_amount = amount_field()
    """What the buyer pays for this part when it is placed: goods and delivery, after the voucher."""
    shipping_discount_amount = amount_field(default=0)
    """The voucher's share of the delivery: it is not in ``shipping_amount``."""
    shipping_discount_borne_by = models.CharField(max_length=12, choices=BorneBy.choices, blank=True)
    charged_amount = amount_field(default=0)
    """What of the buyer's payments is for this part; refunds are not taken off it."""
    waived_amount = amount_field(default=0)
    waived_shipping_amount = amount_field(default=0)
    """What was called off before it was charged, and how much of that was freight: kept by ``orders.payments``."""
    canceled_amount = amount_field(default=0)
    """What of the total was taken off by cancelling pieces: not to be paid any more, or due back."""
    note = models.TextField(blank=True, max_length=1000)
    """The seller's word to the buyer."""
    delivery_method_id = models.CharField(max_length=120)
    delivery_method_name = models.CharField(max_length=200)
    """A message id: buyer and seller each read it in their own language."""
    carrier = models.CharField(max_length=60)
    incoterm = models.CharField(max_length=3, default="DAP")
    named_place = models.CharField(max_length=120, blank=True)
    """Of the Incoterm; the buyer's city where nothing else was agreed."""
    minimum_days = models.PositiveSmallIntegerField(null=True)
    maximum_days = models.PositiveSmallIntegerField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["order_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "seller"], name="one_part_per_seller"),
            models.UniqueConstraint(fields=["order", "position"], name="one_part_per_position"),
            models.CheckConstraint(
                condition=models.Q(canceled_amount__gte=0, canceled_amount__lte=models.F("total_amount")),
                name="canceled_within_the_part",
            ),
        ]
        indexes = [models.Index(fields=["seller", "status", "-created_at"], name="orders_of_a_seller")]

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

    @property
    def remaining(self) -> Money:
        """What the part costs the buyer after all that was called off."""
        return stored(self.total_amount - self.canceled_amount, self.currency)

    def _taxed(self, gross: Decimal) -> TaxedMoney:
        """All tax is on the goods; freight is quoted as one amount."""
        return stored_taxed(gross=gross, net=gross - self.tax_amount, currency=self.currency)
