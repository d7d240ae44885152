"""What shoppers do with codes, and what sellers and the operator read of it."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.mutations.fake_report import FakeReportCreate, FakeReportMove
from catalog.graphql.mutations.scan_alert_acknowledge import ScanAlertAcknowledge
from catalog.graphql.mutations.trace_feedback_give import TraceFeedbackGive
from catalog.graphql.mutations.trace_pins_create import TracePinsCreate
from catalog.graphql.mutations.trace_scan import TracePieceCheck, TraceScanCount
from catalog.graphql.mutations.warranty import WarrantyConfirm, WarrantyRegister, WarrantyTermsSet
from catalog.graphql.types.fake_report import FakeReportCountableConnection, FakeReportState
from catalog.graphql.types.scan_alert import LotScans, ScanAlertCountableConnection
from catalog.graphql.types.shopper import TraceFeedbackCountableConnection, WarrantyRegistrationCountableConnection
from catalog.models import FakeReport, ScanAlert, TraceFeedback, WarrantyRegistration
from catalog.traceability.shopper.scans.figures import LotScans as LotScansRow
from catalog.traceability.shopper.scans.figures import scans_of_seller
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
    PermissionDenied,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

MOST_LOTS = 100


class ShopperQueries(ObjectType):
    """Openings, alerts, words, warranties and possible fakes of one's own goods."""

    scan_alerts = ConnectionField(
        ScanAlertCountableConnection,
        seller=ID(required=True),
        acknowledged=Boolean(description="Only those that somebody has looked into, or only the others."),
        access=SIGNED_IN,
        description="For the seller's members, newest first.",
    )
    lot_scans = Field(
        List(NonNull(LotScans)),
        seller=ID(required=True),
        access=SIGNED_IN,
        size=MOST_LOTS,
        description="The last 90 days of a seller one works for, most openings first, at most 100 lots.",
    )
    trace_feedback = ConnectionField(
        TraceFeedbackCountableConnection,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="What holders of a seller's goods say, newest first. For the seller's members.",
    )
    warranty_registrations = ConnectionField(
        WarrantyRegistrationCountableConnection,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="The confirmed ones, newest first. For managers of the seller.",
    )
    fake_reports = ConnectionField(
        FakeReportCountableConnection,
        seller=ID(description="Left out: of all sellers and of unknown codes, for the operator alone."),
        state=FakeReportState(),
        access=SIGNED_IN,
        description="Newest first. For the seller's members, and for staff with takedowns.manage.",
    )

    @staticmethod
    def resolve_scan_alerts(root: Any, info: Any, seller: str, acknowledged: bool | None = None) -> QuerySet[ScanAlert]:
        rows = ScanAlert.objects.filter(seller=seller_for(info, seller, field="seller"))
        if acknowledged is not None:
            rows = rows.filter(acknowledged_at__isnull=not acknowledged)
        return rows.order_by("-raised_at", "-id")

    @staticmethod
    def resolve_lot_scans(root: Any, info: Any, seller: str) -> list[LotScansRow]:
        owner = seller_for(info, seller, field="seller")
        return scans_of_seller(owner.pk, today=info.context.now.date(), first=MOST_LOTS)

    @staticmethod
    def resolve_trace_feedback(root: Any, info: Any, seller: str) -> QuerySet[TraceFeedback]:
        rows = TraceFeedback.objects.filter(seller=seller_for(info, seller, field="seller"))
        return rows.order_by("-created_at", "-id")

    @staticmethod
    def resolve_warranty_registrations(root: Any, info: Any, seller: str) -> QuerySet[WarrantyRegistration]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        rows = WarrantyRegistration.objects.filter(seller=owner, confirmed_at__isnull=False)
        return rows.order_by("-confirmed_at", "id")

    @staticmethod
    def resolve_fake_reports(
        root: Any, info: Any, seller: str | None = None, state: Any = None
    ) -> QuerySet[FakeReport]:
        rows = FakeReport.objects.all()
        if seller is not None:
            rows = rows.filter(seller=seller_for(info, seller, field="seller"))
        elif not info.context.actor.has_permission(Permission.TAKEDOWNS_MANAGE):
            raise PermissionDenied
        if state is not None:
            rows = rows.filter(state=str(state))
        return rows.order_by("-created_at", "id")


class ShopperMutations(ObjectType):
    """What shoppers tell, and what is done about it."""

    trace_scan_count = TraceScanCount.Field()
    trace_piece_check = TracePieceCheck.Field()
    trace_pins_create = TracePinsCreate.Field()
    warranty_register = WarrantyRegister.Field()
    warranty_confirm = WarrantyConfirm.Field()
    warranty_terms_set = WarrantyTermsSet.Field()
    trace_feedback_give = TraceFeedbackGive.Field()
    fake_report_create = FakeReportCreate.Field()
    fake_report_move = FakeReportMove.Field()
    scan_alert_acknowledge = ScanAlertAcknowledge.Field()
