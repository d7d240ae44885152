"""The tables of this package; each subject's model stands in a file of its own."""

from catalog.pricing.tier import PriceTier
from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.category_attribute import CategoryAttribute
from catalog.products.attributes.type_attribute import ProductTypeAttribute
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.category import Category
from catalog.products.collections.collection import Collection, CollectionChannelListing, CollectionProduct
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.media import ProductMedia
from catalog.products.product import Product
from catalog.products.product_type import ProductType
from catalog.products.variant import ProductVariant
from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from catalog.traceability.models import Lot, TraceCode, TraceStep

__all__ = [
    "Attribute",
    "AttributeValue",
    "Category",
    "CategoryAttribute",
    "Collection",
    "CollectionChannelListing",
    "CollectionProduct",
    "Lot",
    "PriceTier",
    "Product",
    "ProductApproval",
    "ProductApprovalChange",
    "ProductAttributeValue",
    "ProductChannelListing",
    "ProductImport",
    "ProductImportRow",
    "ProductMedia",
    "ProductType",
    "ProductTypeAttribute",
    "ProductVariant",
    "Reservation",
    "Stock",
    "TraceCode",
    "TraceStep",
    "VariantAttributeValue",
    "VariantChannelListing",
    "Warehouse",
]
