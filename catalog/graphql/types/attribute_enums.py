"""Words about attributes in the API, named as Saleor names them."""

import enum

from catalog.products.attributes.attribute import InputType
from catalog.products.attributes.type_attribute import AttributePlace
from catalog.products.attributes.unit import Unit
from catalog.products.product_type import ProductTypeKind
from marketplace.graphql import Enum

AttributeInputTypeEnum = Enum.from_enum(
    enum.StrEnum("AttributeInputTypeEnum", {name: name for name in InputType.names}),
    description="What an answer looks like. DROPDOWN, MULTISELECT and SWATCH are picked from the attribute's values.",
)
MeasurementUnitsEnum = Enum.from_enum(
    enum.StrEnum("MeasurementUnitsEnum", {name: name for name in Unit.names}), description="Units of numbers."
)
ProductAttributeType = Enum.from_enum(
    enum.StrEnum("ProductAttributeType", {name: name for name in AttributePlace.names}),
    description="Whether a type asks an attribute of the product or of each of its variants.",
)
ProductTypeKindEnum = Enum.from_enum(
    enum.StrEnum("ProductTypeKindEnum", {name: name for name in ProductTypeKind.names}),
    description="How goods of a type come about: kept in stock, or made once they are ordered.",
)
VariantAttributeScope = Enum.from_enum(
    enum.StrEnum(
        "VariantAttributeScope", {name: name for name in ("ALL", "VARIANT_SELECTION", "NOT_VARIANT_SELECTION")}
    ),
    description="All attributes of a variant, those that buyers choose it by, or the others.",
)
