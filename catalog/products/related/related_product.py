"""RelatedProduct: another product that its seller wants shown beside this one."""

from django.db import models

from catalog.products.product import Product


class RelatedProduct(models.Model):
    """``related`` is shown beside ``product``; ``both_ways`` shows ``product`` beside ``related`` as well."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="related_choices")
    related = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="chosen_by")
    both_ways = models.BooleanField(default=False)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["product", "related"], name="related_once"),
            models.CheckConstraint(condition=~models.Q(product=models.F("related")), name="related_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} -> {self.related_id}"
