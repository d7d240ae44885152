"""WarrantyTerms: how long the maker stands for a product, from the day it was bought."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models, transaction

from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_MONTHS = 600


class WarrantyTerms(models.Model):
    """Beside what the law gives every buyer; without a row nothing is promised and nothing can be registered."""

    product = models.OneToOneField(Product, on_delete=models.CASCADE, primary_key=True, related_name="+")
    months = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(months__gte=1, months__lte=MOST_MONTHS), name="warranty_of_some_months"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.months} months for {self.product_id}"


def months_of(product_ids: Collection[int]) -> dict[int, int]:
    """By product; one that promises nothing is not named."""
    return dict(WarrantyTerms.objects.filter(product__in=product_ids).values_list("product_id", "months"))


def set_warranty_terms(*, product: Product, months: int) -> None:
    """0 takes the promise back for those who register from now on. Raises `Refused`."""
    if not 0 <= months <= MOST_MONTHS:
        message = _("A warranty has from 0 to %(most)s months.")
        raise Refused(Problem("months", "INVALID", message, {"most": MOST_MONTHS}))
    with transaction.atomic():
        if months:
            WarrantyTerms.objects.update_or_create(product=product, defaults={"months": months})
        else:
            WarrantyTerms.objects.filter(product=product).delete()
