"""HsCodeChange: which tariff code a product had when, and who said so."""

from django.conf import settings
from django.db import models


class HsCodeChange(models.Model):
    """One change of a product's HS code. Rows are only ever added: customs may ask years later."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="+")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12, blank=True)
    """Empty: not classified."""
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    """Nothing for what the marketplace itself brought, such as an import in the background."""

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["product", "at"], name="hs_change_of_product")]

    def __str__(self) -> str:
        return f"{self.product_id} {self.before or '–'} -> {self.after or '–'}"
