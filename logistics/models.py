"""Table of contents of the package's models."""

from logistics.carriers.accounts.carrier_account import CarrierAccount
from logistics.carriers.rate_table.rate_table import RateTable, RateTableRow
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.customs.documents.document import Document
from logistics.customs.documents.series import DocumentSeries
from logistics.customs.hs.names import HsName
from logistics.customs.origin.materials import BillMaterial, BillOfMaterials
from logistics.customs.rules.edition import CustomsEdition
from logistics.customs.screening.listed_party import ListEdition, ListedName, ListedParty
from logistics.customs.screening.screening import Screening, ScreeningDecision, ScreeningHit
from logistics.shipments.alerts.alert import ShipmentAlert
from logistics.shipments.arrival.estimate import ArrivalEstimate
from logistics.shipments.freight.freight_event import FreightEvent
from logistics.shipments.freight.subscription import FreightSubscription
from logistics.shipments.labels.carrier_label import CarrierLabel
from logistics.shipments.legs.leg import LegContainer, ShipmentLeg
from logistics.shipments.notices.notice import CarrierNotice
from logistics.shipments.shipment import Parcel, ParcelTraceCode, Shipment, TrackingEvent
from logistics.shipments.sscc.number_range import SsccRange
from logistics.zones.method import ShippingMethod
from logistics.zones.method_listing import MethodListing
from logistics.zones.postal_code_rule import PostalCodeRule
from logistics.zones.zone import ShippingZone

__all__ = [
    "ArrivalEstimate",
    "BillMaterial",
    "BillOfMaterials",
    "CarrierAccount",
    "CarrierLabel",
    "CarrierNotice",
    "CustomsDeclaration",
    "CustomsEdition",
    "Document",
    "DocumentSeries",
    "FreightEvent",
    "FreightSubscription",
    "HsName",
    "LegContainer",
    "ListEdition",
    "ListedName",
    "ListedParty",
    "MethodListing",
    "Parcel",
    "ParcelTraceCode",
    "PostalCodeRule",
    "RateTable",
    "RateTableRow",
    "Screening",
    "ScreeningDecision",
    "ScreeningHit",
    "Shipment",
    "ShipmentAlert",
    "ShipmentLeg",
    "ShippingMethod",
    "ShippingZone",
    "SsccRange",
    "TrackingEvent",
]
