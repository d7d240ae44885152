from django.db import models

from i18n.fields import amount_field
from orders.checkout.checkout import Checkout


class CheckoutDelivery(models.Model):
    """The delivery method chosen for one seller's goods. Its price is asked again whenever the basket is priced."""

    checkout = models.ForeignKey(Checkout, models.CASCADE, related_name="deliveries")
    seller = models.ForeignKey("sellers.Seller", models.CASCADE, related_name="+")
    method_id = models.CharField(max_length=120)
    seen_amount = amount_field(null=True)
    """What it cost when the buyer chose it or last accepted a change."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checkout", "seller"], name="one_delivery_per_seller")]

    def __str__(self) -> str:
        return f"{self.method_id} for seller {self.seller_id}"
