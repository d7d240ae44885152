"""What a seller has earned of a part so far, as it stands in the ledger."""

from django.db import models

from i18n.fields import amount_field, currency_field
from i18n.money import Money
from orders.lifecycle.seller_order import SellerOrder
from orders.stored_money import stored


class Earning(models.Model):
    """Kept by ``settle_part``: each change of it is one posting."""

    seller_order = models.OneToOneField(SellerOrder, models.CASCADE, related_name="earning")
    currency = currency_field()
    earned_amount = amount_field(default=0)
    """Of the buyer's money."""
    voucher_amount = amount_field(default=0)
    """Added by the marketplace for vouchers of its own."""
    commission_amount = amount_field(default=0)
    commission_tax_amount = amount_field(default=0)
    postings = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.seller_order_id}: {self.payable}"

    @property
    def earned(self) -> Money:
        return stored(self.earned_amount, self.currency)

    @property
    def voucher(self) -> Money:
        return stored(self.voucher_amount, self.currency)

    @property
    def commission(self) -> Money:
        return stored(self.commission_amount, self.currency)

    @property
    def commission_tax(self) -> Money:
        return stored(self.commission_tax_amount, self.currency)

    @property
    def payable(self) -> Money:
        """What the seller gets."""
        return self.earned + self.voucher - self.commission - self.commission_tax
