"""The products that say something with an attribute or a value: they are found differently once it changes."""

from typing import Any

from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue


def products_of_attribute(*attribute_ids: int) -> set[int]:
    return _products({"attribute_id__in": attribute_ids})


def products_of_value(*value_ids: int) -> set[int]:
    return _products({"value_id__in": value_ids})


def _products(wanted: dict[str, Any]) -> set[int]:
    own = ProductAttributeValue.objects.filter(**wanted).order_by().values_list("product_id", flat=True)
    of_variants = VariantAttributeValue.objects.filter(**wanted).order_by()
    return set(own) | set(of_variants.values_list("variant__product_id", flat=True))
