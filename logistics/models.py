"""Table of contents of the package's models."""

from logistics.customs.documents.document import Document
from logistics.customs.documents.series import DocumentSeries
from logistics.shipments.shipment import Parcel, ParcelTraceCode, Shipment, TrackingEvent

__all__ = ["Document", "DocumentSeries", "Parcel", "ParcelTraceCode", "Shipment", "TrackingEvent"]
