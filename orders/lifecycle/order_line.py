"""What was sold, as it was called and measured on the day it was ordered."""

from django.db import models

from catalog.pricing.taxed_money import TaxedMoney
from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.seller_order import SellerOrder
from orders.stored_money import stored, stored_taxed
from orders.vouchers.borne_by import BorneBy


class OrderLine(models.Model):
    """A snapshot: later changes of the product, its name or its price leave it alone."""

    seller_order = models.ForeignKey(SellerOrder, models.CASCADE, related_name="lines")
    variant = models.ForeignKey("catalog.ProductVariant", models.SET_NULL, null=True, related_name="+")
    product_name = models.CharField(max_length=300)
    """In the buyer's language at the time of the order."""
    product_name_source = models.CharField(max_length=300)
    """In the language the seller wrote."""
    product_name_english = models.CharField(max_length=300, blank=True)
    """For customs; empty when nobody wrote one."""
    variant_name = models.CharField(max_length=300, blank=True)
    sku = models.CharField(max_length=100)
    hs_code = models.CharField(max_length=12, blank=True)
    origin_country = models.CharField(max_length=2)
    net_weight_g = models.PositiveIntegerField(default=0)
    gross_weight_g = models.PositiveIntegerField(default=0)
    length_mm = models.PositiveIntegerField(default=0)
    width_mm = models.PositiveIntegerField(default=0)
    height_mm = models.PositiveIntegerField(default=0)
    is_sample = models.BooleanField(default=False)
    """A piece to judge the goods by, at a price of its own."""
    quantity = models.PositiveIntegerField()
    quantity_fulfilled = models.PositiveIntegerField(default=0)
    quantity_canceled = models.PositiveIntegerField(default=0)
    """Called off before they left: they are neither sent nor paid."""
    quantity_returned = models.PositiveIntegerField(default=0)
    """Of those that left, how many came back for good."""
    currency = currency_field()
    unit_amount = amount_field()
    unit_net_amount = amount_field()
    """Of one piece, before any voucher."""
    total_amount = amount_field()
    total_net_amount = amount_field()
    """Of all pieces ordered, as the buyer pays for them: after the voucher."""
    discount_amount = amount_field(default=0)
    """The line's share of the voucher, gross: it is not in ``total_amount``."""
    discount_borne_by = models.CharField(max_length=12, choices=BorneBy.choices, blank=True)
    """Whose money the discount is; empty without one."""

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="order_line_of_something"),
            models.CheckConstraint(
                condition=models.Q(quantity_fulfilled__lte=models.F("quantity") - models.F("quantity_canceled")),
                name="order_line_not_overshipped",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity_returned__lte=models.F("quantity_fulfilled")),
                name="order_line_returned_what_left",
            ),
            models.CheckConstraint(
                condition=models.Q(discount_amount=0, discount_borne_by="")
                | (models.Q(discount_amount__gt=0) & ~models.Q(discount_borne_by="")),
                name="order_line_discount_is_borne",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku}"

    @property
    def unit_price(self) -> TaxedMoney:
        return stored_taxed(gross=self.unit_amount, net=self.unit_net_amount, currency=self.currency)

    @property
    def total_price(self) -> TaxedMoney:
        return stored_taxed(gross=self.total_amount, net=self.total_net_amount, currency=self.currency)

    @property
    def discount(self) -> Money:
        return stored(self.discount_amount, self.currency)

    @property
    def undiscounted_total(self) -> Money:
        """What the pieces cost without the voucher, tax included."""
        return stored(self.total_amount + self.discount_amount, self.currency)

    @property
    def undiscounted_total_price(self) -> TaxedMoney:
        net = stored(self.unit_net_amount * self.quantity, self.currency)
        return TaxedMoney(net, self.undiscounted_total)

    @property
    def quantity_open(self) -> int:
        """How many are still to be sent."""
        return self.quantity - self.quantity_fulfilled - self.quantity_canceled
