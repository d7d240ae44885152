"""The tables of this package; each subject's model stands in a file of its own."""

from catalog.pricing.tier import PriceTier
from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.category import Category
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
    "Category",
    "Lot",
    "PriceTier",
    "Product",
    "ProductApproval",
    "ProductApprovalChange",
    "ProductChannelListing",
    "ProductImport",
    "ProductImportRow",
    "ProductMedia",
    "ProductType",
    "ProductVariant",
    "Reservation",
    "Stock",
    "TraceCode",
    "TraceStep",
    "VariantChannelListing",
    "Warehouse",
]
