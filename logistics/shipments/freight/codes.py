"""The words of the DCSA's Track & Trace standard 2.x and what they mean to people.

The codes are facts of the standard (digital container shipping, event model 2.2); what they say is ours.
A code that is not here is kept and shown as it came.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from i18n.messages import gettext_noop as _


class EventType(models.TextChoices):
    SHIPMENT = "SHIPMENT", "About a paper or the booking"
    TRANSPORT = "TRANSPORT", "About the ship, train, truck or barge"
    EQUIPMENT = "EQUIPMENT", "About the container"


class Classifier(models.TextChoices):
    """How sure it is."""

    PLN = "PLN", "Planned"
    EST = "EST", "Expected"
    ACT = "ACT", "Happened"


TRANSPORT_WORDS: Mapping[str, str] = {"ARRI": _("Arrival"), "DEPA": _("Departure")}
EQUIPMENT_WORDS: Mapping[str, str] = {
    "LOAD": _("Container loaded"),
    "DISC": _("Container unloaded"),
    "GTIN": _("Container brought through the gate"),
    "GTOT": _("Container taken out of the gate"),
    "STUF": _("Goods packed into the container"),
    "STRP": _("Goods taken out of the container"),
    "PICK": _("Container picked up"),
    "AVPU": _("Container ready to be picked up"),
    "DROP": _("Container dropped off"),
    "AVDO": _("Container may be dropped off"),
    "INSP": _("Container inspected"),
    "RSEA": _("Container sealed anew"),
    "RMVD": _("Container taken off the voyage"),
    "CUSS": _("Chosen by customs for a scan"),
    "CUSI": _("Chosen by customs for an inspection"),
    "CUSR": _("Released by customs"),
    "CROS": _("Container has crossed the border"),
}
SHIPMENT_WORDS: Mapping[str, str] = {
    "RECE": _("Received"),
    "DRFT": _("Drafted"),
    "PENA": _("Waiting for approval"),
    "PENU": _("Waiting to be corrected"),
    "PENC": _("Waiting for confirmation"),
    "CONF": _("Confirmed"),
    "REJE": _("Refused"),
    "APPR": _("Approved"),
    "ISSU": _("Issued"),
    "SURR": _("Surrendered"),
    "SUBM": _("Submitted"),
    "VOID": _("Void"),
    "REQS": _("Asked for"),
    "CMPL": _("Complete"),
    "HOLD": _("On hold"),
    "RELS": _("Released"),
    "CANC": _("Transport called off"),
}
DOCUMENT_WORDS: Mapping[str, str] = {
    "CBR": _("Booking request"),
    "BKG": _("Booking"),
    "SHI": _("Shipping instructions"),
    "TRD": _("Bill of lading"),
    "DEI": _("Delivery instructions"),
    "DEO": _("Delivery order"),
    "TRO": _("Transport order"),
    "CRO": _("Release order of the container"),
    "ARN": _("Notice of arrival"),
    "VGM": _("Verified weight of the container"),
    "CAS": _("Cargo survey"),
    "CUC": _("Customs clearance"),
    "DGD": _("Declaration of dangerous goods"),
    "OOG": _("Survey of oversized goods"),
    "CQU": _("Quotation"),
    "INV": _("Invoice"),
    "HCE": _("Health certificate"),
    "PCE": _("Plant health certificate"),
    "VCE": _("Veterinary certificate"),
    "FCE": _("Fumigation certificate"),
    "ICE": _("Inspection certificate"),
    "CEA": _("Certificate of analysis"),
    "CEO": _("Certificate of origin"),
}
WORDS: Mapping[str, Mapping[str, str]] = {
    EventType.TRANSPORT: TRANSPORT_WORDS,
    EventType.EQUIPMENT: EQUIPMENT_WORDS,
    EventType.SHIPMENT: SHIPMENT_WORDS,
}
CODE_KEYS: Mapping[str, str] = {
    EventType.TRANSPORT: "transportEventTypeCode",
    EventType.EQUIPMENT: "equipmentEventTypeCode",
    EventType.SHIPMENT: "shipmentEventTypeCode",
}
"""Where the standard writes the code of each type of event."""
