"""ProductVariant: the thing that is ordered, with its own SKU, size, weight and order quantities."""

from django.db import models
from django.db.models import Q

from catalog.products.product import Product
from marketplace.sellers.models import Seller


class ProductVariantQuerySet(models.QuerySet["ProductVariant"]):
    """The variants a caller means."""

    def current(self) -> "ProductVariantQuerySet":
        """Not archived."""
        return self.filter(archived_at__isnull=True)


class ProductVariant(models.Model):
    """One orderable form of a product. Weights in grams, sizes in millimetres."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="+")
    """The product's seller, repeated here so that the database itself keeps SKUs unique per seller."""
    sku = models.CharField(max_length=64)
    name = models.CharField(max_length=200, blank=True)
    gtin = models.CharField(max_length=14, blank=True)
    net_weight_g = models.PositiveIntegerField(null=True, blank=True)
    """One piece without its packing: what customs count."""
    gross_weight_g = models.PositiveIntegerField(null=True, blank=True)
    """One piece as packed."""
    length_mm = models.PositiveIntegerField(null=True, blank=True)
    width_mm = models.PositiveIntegerField(null=True, blank=True)
    height_mm = models.PositiveIntegerField(null=True, blank=True)
    """Length, width and height are the outer measures of one piece as packed, not of the goods."""
    units_per_carton = models.PositiveIntegerField(null=True, blank=True)
    """Pieces in an export carton; the carton's own measures follow."""
    carton_gross_weight_g = models.PositiveIntegerField(null=True, blank=True)
    carton_length_mm = models.PositiveIntegerField(null=True, blank=True)
    carton_width_mm = models.PositiveIntegerField(null=True, blank=True)
    carton_height_mm = models.PositiveIntegerField(null=True, blank=True)
    moq = models.PositiveIntegerField(default=1)
    """The least quantity of one order line."""
    order_multiple = models.PositiveIntegerField(default=1)
    lead_time_days = models.PositiveIntegerField(null=True, blank=True)
    """From payment until it leaves the workshop."""
    sort_order = models.IntegerField(default=0)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = ProductVariantQuerySet.as_manager()

    class Meta:
        ordering = ["sort_order", "id"]
        indexes = [
            # Every scan of a code begins with its GTIN; most goods have none.
            models.Index(fields=["gtin"], name="variant_by_gtin", condition=~Q(gtin="")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "sku"], name="sku_once_per_seller", condition=Q(archived_at__isnull=True)
            ),
            models.CheckConstraint(condition=Q(moq__gte=1, order_multiple__gte=1), name="variant_order_quantities"),
        ]

    def __str__(self) -> str:
        return self.sku

    @property
    def weight_g(self) -> int | None:
        """What a carrier weighs: gross when known, else net."""
        return self.gross_weight_g if self.gross_weight_g is not None else self.net_weight_g
