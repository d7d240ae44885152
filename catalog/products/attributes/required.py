"""What a product's type requires and nobody has said."""

from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.type_attribute import AttributePlace, ProductTypeAttribute
from catalog.products.product import Product


def missing_required(product: Product) -> list[Attribute]:
    """The required attributes of the type that the product, or any of its current variants, leaves open."""
    asked = ProductTypeAttribute.objects.filter(
        product_type_id=product.product_type_id, attribute__value_required=True
    ).select_related("attribute")
    said = set(ProductAttributeValue.objects.filter(product=product).values_list("attribute_id", flat=True))
    variants = list(product.variants.filter(archived_at__isnull=True).values_list("pk", flat=True))
    of_variants = set(
        VariantAttributeValue.objects.filter(variant_id__in=variants).values_list("attribute_id", "variant_id")
    )
    return [
        row.attribute
        for row in asked.order_by("sort_order", "pk")
        if (row.place == AttributePlace.PRODUCT and row.attribute_id not in said)
        or (row.place == AttributePlace.VARIANT and any((row.attribute_id, pk) not in of_variants for pk in variants))
    ]
