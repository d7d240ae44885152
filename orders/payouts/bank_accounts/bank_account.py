"""The bank account a seller wants to be paid to, one for each currency."""

from django.conf import settings
from django.db import models

from i18n.fields import currency_field
from marketplace.sealed.field import FingerprintField, SealedTextField, TailField
from marketplace.sellers.models import Seller


class SellerBankAccount(models.Model):
    """Its number is opened for the seller's owners and for whoever pays; everybody else gets ``masked``."""

    seller = models.ForeignKey(Seller, models.CASCADE, related_name="+")
    currency = currency_field()
    holder = SealedTextField()
    """As the bank has it; at most 70 signs."""
    bank_name = models.CharField(max_length=100)
    country = models.CharField(max_length=2)
    """Of the bank."""
    account_number = SealedTextField()
    """Without spaces, at most 34 signs; an IBAN where ``country`` has them."""
    account_tail = TailField(of="account_number")
    account_fingerprint = FingerprintField(of="account_number", db_index=True)
    bic = models.CharField(max_length=11, blank=True)
    bank_code = models.CharField(max_length=6, blank=True)
    """The six digits that NAPAS gave a bank in Vietnam."""
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    usable_from = models.DateTimeField()
    """A changed account waits, so that owners who did not change it can say so."""

    class Meta:
        ordering = ["seller_id", "currency"]
        constraints = [models.UniqueConstraint(fields=["seller", "currency"], name="one_bank_account_per_currency")]

    def __str__(self) -> str:
        return f"{self.seller_id} {self.currency} {self.masked}"

    @property
    def masked(self) -> str:
        """``••••8888``: enough to recognise it."""
        return f"••••{self.account_tail}"
