from django.db import models

from orders.lifecycle.order import Order
from orders.vouchers.voucher import Voucher
from orders.vouchers.voucher_code import VoucherCode


class VoucherUse(models.Model):
    """An order used a voucher. What counts are the uses that were not given back."""

    voucher = models.ForeignKey(Voucher, models.PROTECT, related_name="uses")
    code = models.ForeignKey(VoucherCode, models.PROTECT, related_name="uses")
    order = models.OneToOneField(Order, models.CASCADE, related_name="voucher_use")
    customer = models.CharField(max_length=64)
    """A fingerprint of the buyer's e-mail address, so that a guest is counted without being named here."""
    user = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["voucher", "customer"], name="voucher_uses_of_a_customer")]

    def __str__(self) -> str:
        return f"{self.voucher_id} by {self.order_id}"
