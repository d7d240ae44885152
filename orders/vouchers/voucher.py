"""A voucher: what it takes off, from what, for whom and until when."""

from django.db import models

from orders.vouchers.borne_by import BorneBy


class VoucherType(models.TextChoices):
    """What it lowers."""

    ENTIRE_ORDER = "ENTIRE_ORDER"
    """All goods it may concern: of its seller, or of everybody."""
    SPECIFIC_PRODUCT = "SPECIFIC_PRODUCT"
    """Only the products, collections and categories it names."""
    SHIPPING = "SHIPPING"
    """Delivery."""


class ValueType(models.TextChoices):
    """How its value is meant."""

    FIXED = "FIXED"
    PERCENTAGE = "PERCENTAGE"


class Voucher(models.Model):
    """Without a seller it is the marketplace's, and the marketplace bears it. What it takes off stands in its listings:
    it is worth something only in the channels that have one."""

    name = models.CharField(max_length=120, blank=True)
    """For whoever keeps it; buyers read the code."""
    seller = models.ForeignKey("sellers.Seller", models.CASCADE, null=True, related_name="+")
    type = models.CharField(max_length=20, choices=VoucherType.choices, default=VoucherType.ENTIRE_ORDER)
    value_type = models.CharField(max_length=12, choices=ValueType.choices, default=ValueType.PERCENTAGE)
    is_active = models.BooleanField(default=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    """From this moment on it is over."""
    usage_limit = models.PositiveIntegerField(null=True)
    """Orders in all, over all codes."""
    limit_per_customer = models.PositiveIntegerField(null=True)
    single_use = models.BooleanField(default=False)
    """Each of its codes is good for one order."""
    minimum_quantity = models.PositiveIntegerField(null=True)
    """Pieces of what it lowers."""
    countries = models.JSONField(default=list)
    """Where the goods have to go; empty means anywhere."""
    products = models.ManyToManyField("catalog.Product", related_name="+")
    categories = models.ManyToManyField("catalog.Category", related_name="+")
    """With everything below them."""
    collections = models.ManyToManyField("catalog.Collection", related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="voucher_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name or f"voucher {self.pk}"

    @property
    def borne_by(self) -> BorneBy:
        return BorneBy.MARKETPLACE if self.seller_id is None else BorneBy.SELLER
