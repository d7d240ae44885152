"""Product types in the API."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from catalog.graphql.types.attribute import AssignedVariantAttribute, Attribute
from catalog.graphql.types.attribute_enums import ProductTypeKindEnum
from catalog.models import ProductType as ProductTypeRow
from catalog.models import ProductTypeAttribute as Asked
from catalog.products.attributes.type_attribute import AttributePlace
from catalog.products.product_type import FIELDS, SUBJECT
from i18n.graphql.localized import (
    localized_texts,
    localized_type,
    stored_translation,
    stored_translations,
    translation_type,
)
from i18n.graphql.types.language import language_argument
from marketplace.graphql import ANYONE, ID, Field, List, NonNull, ObjectType, String, batch, connection_type

ProductTypeLocalized = localized_type("ProductTypeLocalized", required=["name"])
ProductTypeTranslation = translation_type("ProductTypeTranslation", FIELDS)


def _asked(place: str, *, whole: bool = False) -> Callable[..., Any]:
    """Resolves what types ask, in order: the attributes, or with ``whole`` what else is said of them."""

    def resolve(types: Sequence[ProductTypeRow], info: Any) -> list[list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        rows = Asked.objects.filter(product_type_id__in=[row.pk for row in types], place=place)
        for row in rows.select_related("attribute").order_by("sort_order", "pk"):
            found[row.product_type_id].append(row if whole else row.attribute)
        return [found[row.pk] for row in types]

    return batch(resolve)


class ProductType(ObjectType):
    """A kind of product; its own name is English."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True, description="In English; see localized.")
    slug = Field(String, required=True)
    kind = Field(ProductTypeKindEnum, required=True)
    localized = Field(ProductTypeLocalized, required=True, language_code=language_argument())
    translation = Field(ProductTypeTranslation, language_code=language_argument(required=True))
    translations = Field(NonNull(List(NonNull(ProductTypeTranslation))))
    product_attributes = Field(NonNull(List(NonNull(Attribute))), description="Asked of the product, in order.")
    variant_attributes = Field(NonNull(List(NonNull(Attribute))), description="Asked of each variant, in order.")
    assigned_variant_attributes = Field(NonNull(List(NonNull(AssignedVariantAttribute))))

    resolve_localized = localized_texts(SUBJECT, FIELDS, source_language=lambda row: "en")
    resolve_translation = stored_translation(SUBJECT, FIELDS)
    resolve_translations = stored_translations(SUBJECT, FIELDS)
    resolve_product_attributes = _asked(AttributePlace.PRODUCT)
    resolve_variant_attributes = _asked(AttributePlace.VARIANT)
    resolve_assigned_variant_attributes = _asked(AttributePlace.VARIANT, whole=True)


ProductTypeCountableConnection = connection_type(ProductType)
