"""The tables of traceability."""

from catalog.traceability.entry.material_batch import MaterialBatch
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventDisposition, EventField, EventLink, EventThing
from catalog.traceability.epcis.master_data.master_datum import MasterDatum
from catalog.traceability.epcis.named_queries.named_query import NamedQuery
from catalog.traceability.epcis.rights.chain_partner import ChainPartner
from catalog.traceability.epcis.rights.field_visibility import FieldVisibility
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription, SubscribedEvent
from catalog.traceability.evidence.step_evidence import StepEvidence
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.item_identifier import ItemIdentifier
from catalog.traceability.identity.lot_name import LotName
from catalog.traceability.identity.party import TraceParty
from catalog.traceability.identity.place import TracePlace
from catalog.traceability.labels.label_run import LabelRun
from catalog.traceability.links.target import DigitalLinkTarget
from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.mass_balance.alarm import BalanceAlarm
from catalog.traceability.mass_balance.yields import YieldSetting
from catalog.traceability.materials.due_diligence import DueDiligenceStatement
from catalog.traceability.materials.lot_material import LotMaterial
from catalog.traceability.minting.series import NumberCounter, NumberSeries, SerialBlock
from catalog.traceability.portals.connection import PortalConnection
from catalog.traceability.portals.submission import PortalSubmission
from catalog.traceability.proof.day import DailyRoot, LeafBlock, ProofLeaf
from catalog.traceability.proof.salt_secret import ProofSecret
from catalog.traceability.proof.signing_key import ProofKey
from catalog.traceability.recall.recall import Recall, RecalledLot, RecallReceiver, RecallText
from catalog.traceability.shopper.checks.piece_pin import PiecePin
from catalog.traceability.shopper.fakes.report import FakeReport, FakeReportStep
from catalog.traceability.shopper.feedback.feedback import TraceFeedback
from catalog.traceability.shopper.scans.scan_alert import ScanAlert
from catalog.traceability.shopper.scans.scan_count import ScanCount
from catalog.traceability.shopper.warranty.registration import WarrantyRegistration
from catalog.traceability.shopper.warranty.terms import WarrantyTerms
from catalog.traceability.step import TraceStep

__all__ = [
    "BalanceAlarm",
    "CaptureJob",
    "ChainPartner",
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
    "FieldVisibility",
    "ItemIdentifier",
    "LabelRun",
    "LeafBlock",
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
    "ProofKey",
    "ProofLeaf",
    "ProofSecret",
    "Recall",
    "RecallReceiver",
    "RecallText",
    "RecalledLot",
    "ScanAlert",
    "ScanCount",
    "SerialBlock",
    "StepEvidence",
    "StepProposal",
    "SubscribedEvent",
    "TraceCode",
    "TraceFeedback",
    "TraceParty",
    "TracePlace",
    "TraceStep",
    "WarrantyRegistration",
    "WarrantyTerms",
    "YieldSetting",
]
