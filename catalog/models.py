"""The tables of this package; each subject's model stands in a file of its own."""

from catalog.favorites.favorite import Favorite
from catalog.pricing.base_price import BasePrice, BasePriceTier
from catalog.pricing.derivation import PriceDerivation
from catalog.pricing.price_record import PriceRecord
from catalog.pricing.price_rule import PriceRule
from catalog.pricing.tier import PriceTier
from catalog.products.approval import ProductApproval, ProductApprovalChange
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.category_attribute import CategoryAttribute
from catalog.products.attributes.type_attribute import ProductTypeAttribute
from catalog.products.bulk_change.bulk_change import BulkChange
from catalog.products.bulk_export.models import ProductExport
from catalog.products.bulk_import.models import ImportedPicture, ImportMapping, ProductImport, ProductImportRow
from catalog.products.category import Category
from catalog.products.certificates.certificate import Certificate
from catalog.products.classification.hs_code_change import HsCodeChange
from catalog.products.collections.collection import Collection, CollectionChannelListing, CollectionProduct
from catalog.products.history.snapshot import ListingSnapshot
from catalog.products.listing import ProductChannelListing, VariantChannelListing
from catalog.products.listing_clock import ListingClock
from catalog.products.media import ProductMedia
from catalog.products.product import Product
from catalog.products.product_type import ProductType
from catalog.products.related.related_product import RelatedProduct
from catalog.products.takedown.takedown import Takedown, TakedownStep
from catalog.products.variant import ProductVariant
from catalog.reviews.invitation import ReviewInvitation
from catalog.reviews.moderation import ReviewModeration
from catalog.reviews.report import ReviewReport
from catalog.reviews.review import Review
from catalog.stock.movement import StockMovement
from catalog.stock.policy import StockPolicy
from catalog.stock.reservation import Reservation
from catalog.stock.stock import Stock
from catalog.stock.stock_import.models import StockImport
from catalog.stock.warehouse import Warehouse
from catalog.traceability.models import (
    BalanceAlarm,
    CaptureJob,
    ChainPartner,
    CompanyPrefix,
    DailyRoot,
    DigitalLinkTarget,
    DueDiligenceStatement,
    EpcisEvent,
    EpcisSubscription,
    EventDisposition,
    EventField,
    EventLink,
    EventThing,
    FakeReport,
    FakeReportStep,
    FieldVisibility,
    ItemIdentifier,
    LabelRun,
    LeafBlock,
    Lot,
    LotImport,
    LotMaterial,
    LotName,
    MasterDatum,
    MaterialBatch,
    NamedQuery,
    NumberCounter,
    NumberSeries,
    PiecePin,
    PortalConnection,
    PortalSubmission,
    ProofKey,
    ProofLeaf,
    ProofSecret,
    Recall,
    RecalledLot,
    RecallReceiver,
    RecallText,
    ScanAlert,
    ScanCount,
    SerialBlock,
    StepEvidence,
    StepProposal,
    SubscribedEvent,
    TraceCode,
    TraceFeedback,
    TraceParty,
    TracePlace,
    TraceStep,
    WarrantyRegistration,
    WarrantyTerms,
    YieldSetting,
)

__all__ = [
    "Attribute",
    "AttributeValue",
    "BalanceAlarm",
    "BasePrice",
    "BasePriceTier",
    "BulkChange",
    "CaptureJob",
    "Category",
    "CategoryAttribute",
    "Certificate",
    "ChainPartner",
    "Collection",
    "CollectionChannelListing",
    "CollectionProduct",
    "CompanyPrefix",
    "DailyRoot",
    "DigitalLinkTarget",
    "DueDiligenceStatement",
    "EpcisEvent",
    "EpcisSubscription",
    "EventDisposition",
    "EventField",
    "EventLink",
    "EventThing",
    "FakeReport",
    "FakeReportStep",
    "Favorite",
    "FieldVisibility",
    "HsCodeChange",
    "ImportMapping",
    "ImportedPicture",
    "ItemIdentifier",
    "LabelRun",
    "LeafBlock",
    "ListingClock",
    "ListingSnapshot",
    "Lot",
    "LotImport",
    "LotMaterial",
    "LotName",
    "MasterDatum",
    "MaterialBatch",
    "NamedQuery",
    "NumberCounter",
    "NumberSeries",
    "PiecePin",
    "PortalConnection",
    "PortalSubmission",
    "PriceDerivation",
    "PriceRecord",
    "PriceRule",
    "PriceTier",
    "Product",
    "ProductApproval",
    "ProductApprovalChange",
    "ProductAttributeValue",
    "ProductChannelListing",
    "ProductExport",
    "ProductImport",
    "ProductImportRow",
    "ProductMedia",
    "ProductType",
    "ProductTypeAttribute",
    "ProductVariant",
    "ProofKey",
    "ProofLeaf",
    "ProofSecret",
    "Recall",
    "RecallReceiver",
    "RecallText",
    "RecalledLot",
    "RelatedProduct",
    "Reservation",
    "Review",
    "ReviewInvitation",
    "ReviewModeration",
    "ReviewReport",
    "ScanAlert",
    "ScanCount",
    "SerialBlock",
    "StepEvidence",
    "StepProposal",
    "Stock",
    "StockImport",
    "StockMovement",
    "StockPolicy",
    "SubscribedEvent",
    "Takedown",
    "TakedownStep",
    "TraceCode",
    "TraceFeedback",
    "TraceParty",
    "TracePlace",
    "TraceStep",
    "VariantAttributeValue",
    "VariantChannelListing",
    "Warehouse",
    "WarrantyRegistration",
    "WarrantyTerms",
    "YieldSetting",
]
