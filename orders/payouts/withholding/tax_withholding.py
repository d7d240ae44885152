"""What was withheld of a part, and every change of it."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.lifecycle.seller_order import SellerOrder
from orders.stored_money import stored


class TaxWithholding(models.Model):
    """The rates are those of the day something was first earned; they stay when the law changes later."""

    seller_order = models.OneToOneField(SellerOrder, models.PROTECT, related_name="+")
    currency = currency_field()
    is_domestic = models.BooleanField()
    """Delivered within Vietnam."""
    vat_percent = models.DecimalField(max_digits=6, decimal_places=3)
    pit_percent = models.DecimalField(max_digits=6, decimal_places=3)
    checked = models.BooleanField()
    legal_basis = models.CharField(max_length=200)
    revenue_amount = amount_field(default=0)
    vat_amount = amount_field(default=0)
    pit_amount = amount_field(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.vat_amount} + {self.pit_amount} {self.currency} of {self.seller_order_id}"

    @property
    def withheld(self) -> Money:
        return stored(self.vat_amount + self.pit_amount, self.currency)


class WithholdingChange(models.Model):
    """What a posting changed, VAT and PIT apart: the ledger has their sum. Below zero after a refund. Never edited."""

    withholding = models.ForeignKey(TaxWithholding, models.PROTECT, related_name="changes")
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    at = models.DateTimeField()
    currency = currency_field()
    is_domestic = models.BooleanField()
    revenue_amount = amount_field()
    vat_amount = amount_field()
    pit_amount = amount_field()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["withholding", "position"], name="one_withholding_per_position")]
        indexes = [models.Index(fields=["seller", "at"], name="withheld_of_a_seller")]

    def __str__(self) -> str:
        return f"{self.vat_amount} + {self.pit_amount} {self.currency} at {self.at:%Y-%m-%d}"
