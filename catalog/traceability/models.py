"""The tables of traceability."""

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventDisposition, EventField, EventLink, EventThing
from catalog.traceability.epcis.rights.chain_partner import ChainPartner
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.step import TraceStep

__all__ = [
    "ChainPartner",
    "DigitalLinkTarget",
    "DueDiligenceStatement",
    "EpcisEvent",
    "EventDisposition",
    "EventField",
    "EventLink",
    "EventThing",
    "FieldVisibility",
    "Lot",
    "LotMaterial",
    "MaterialBatch",
    "StepEvidence",
    "TraceCode",
    "TraceParty",
    "TracePlace",
    "TraceStep",
]
