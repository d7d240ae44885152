"""By which provider a seller hands over its tax invoices."""

from django.conf import settings
from django.db import models

from marketplace.sealed.field import SealedTextField
from marketplace.sellers.models import Seller

BY_HAND = "file_export"
"""For sellers who chose none."""


class InvoicingAccount(models.Model):
    """One for each seller; ``token`` is what the provider gave it, opened only to call."""

    seller = models.OneToOneField(Seller, models.CASCADE, related_name="+")
    provider = models.CharField(max_length=30)
    token = SealedTextField(blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.seller_id} by {self.provider}"


def provider_code(seller_id: int) -> str:
    found = InvoicingAccount.objects.filter(seller=seller_id).values_list("provider", flat=True).first()
    return found or BY_HAND


def token_of(seller_id: int, provider: str) -> str:
    """Empty where the seller has another provider now."""
    account = InvoicingAccount.objects.filter(seller=seller_id, provider=provider).first()
    return account.token.open() if account is not None else ""
