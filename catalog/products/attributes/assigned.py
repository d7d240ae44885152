"""What is said of a product or a variant: one row per value, in the column of its type.

The database itself keeps a single answer single (``place`` 0 once per attribute), a picked value picked once, and
exactly one column filled.
"""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.product import Product
from catalog.products.variant import ProductVariant

_COLUMNS = {"value": None, "number": None, "boolean": None, "date": None, "text": "", "file": ""}


def _only(filled: str) -> Q:
    found = Q()
    for column, nothing in _COLUMNS.items():
        empty = Q(**{f"{column}__isnull": True}) if nothing is None else Q(**{column: nothing})
        found &= ~empty if column == filled else empty
    return found


def _exactly_one() -> Q:
    found = Q()
    for column in _COLUMNS:
        found |= _only(column)
    return found


class Assigned(models.Model):
    """One value of one attribute."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField(default=0)
    """0, and 1, 2 … for further values of a MULTISELECT attribute."""
    value = models.ForeignKey(AttributeValue, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    number = models.DecimalField(max_digits=15, decimal_places=4, null=True, blank=True)
    """In the attribute's unit."""
    boolean = models.BooleanField(null=True, blank=True)
    date = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True, max_length=10_000)
    """Plain, or HTML that was sanitised when written; in the product's source language."""
    file = models.CharField(max_length=200, blank=True)
    """Storage path under a name nobody can guess."""
    file_name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True
        ordering = ["attribute_id", "place"]

    @property
    def content(self) -> "AttributeValue | Decimal | bool | object | str":
        """The one column that is filled."""
        for column, nothing in _COLUMNS.items():
            found = getattr(self, column)
            if found != nothing:
                return found
        return ""


class ProductAttributeValue(Assigned):
    """A value of a product. Its ``text`` is translated as subject ``catalog.ProductAttributeValue``."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="assigned")

    class Meta(Assigned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["product", "attribute", "place"], name="product_value_place"),
            models.UniqueConstraint(fields=["product", "attribute", "value"], name="product_value_once"),
            models.CheckConstraint(condition=_exactly_one(), name="product_value_has_one_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id}:{self.attribute_id}"


class VariantAttributeValue(Assigned):
    """A value of a variant. Its ``text`` is translated as subject ``catalog.VariantAttributeValue``."""

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="assigned")

    class Meta(Assigned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["variant", "attribute", "place"], name="variant_value_place"),
            models.UniqueConstraint(fields=["variant", "attribute", "value"], name="variant_value_once"),
            models.CheckConstraint(condition=_exactly_one(), name="variant_value_has_one_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id}:{self.attribute_id}"
