"""What a product is made of, as its seller keeps it: a trade secret, for the seller's own people and staff only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from i18n.fields import amount_field, currency_field


class BillOfMaterials(models.Model):
    """Of one piece of a product, or of one variant where that is made differently."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey("catalog.ProductVariant", on_delete=models.CASCADE, null=True, related_name="+")
    """``None``: for all variants that have no bill of their own."""
    currency = currency_field()
    ex_works = amount_field(null=True)
    """Price of a piece at the maker's gate, without tax."""
    free_on_board = amount_field(null=True)
    """The same once it is on board in Vietnam."""
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["product"], condition=Q(variant__isnull=True), name="one_bill_of_materials_per_product"
            ),
            models.UniqueConstraint(
                fields=["variant"], condition=Q(variant__isnull=False), name="one_bill_of_materials_per_variant"
            ),
        ]

    def __str__(self) -> str:
        return f"materials of product {self.product_id}"


class BillMaterial(models.Model):
    """One material of a bill, per piece of the product."""

    bill = models.ForeignKey(BillOfMaterials, on_delete=models.CASCADE, related_name="materials")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    hs_code = models.CharField(max_length=12, blank=True)
    origin_country = models.CharField(max_length=2, blank=True)
    value_amount = amount_field()
    value_currency = currency_field()
    weight_g = models.PositiveIntegerField(default=0)
    supplier = models.CharField(max_length=120, blank=True)
    declared = models.BooleanField(default=False)
    """The supplier has declared its origin in writing."""

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["bill", "position"], name="material_position_once")]

    def __str__(self) -> str:
        return self.name
