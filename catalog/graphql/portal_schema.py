"""State systems in the catalogue's API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.mutations.portal_connection import PortalConnectionRemove, PortalConnectionSet
from catalog.graphql.mutations.portal_submission import (
    PortalSubmissionCreate,
    PortalSubmissionRecordAnswer,
    PortalSubmissionSend,
)
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.portal import PortalConnection, PortalSubmissionCountableConnection, TracePortal
from catalog.traceability.portals import connection
from catalog.traceability.portals.discovery import portals
from catalog.traceability.portals.portal import Portal
from catalog.traceability.portals.submission import PortalSubmission
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class PortalQueries(ObjectType):
    """Records for state systems, and what became of them."""

    trace_portals = Field(List(NonNull(TracePortal)), required=True, access=ANYONE, size=3)
    portal_connections = Field(
        List(NonNull(PortalConnection)),
        seller=ID(required=True),
        required=True,
        access=SIGNED_IN,
        size=3,
        description="For managers of the seller.",
    )
    portal_submissions = ConnectionField(
        PortalSubmissionCountableConnection,
        lot=ID(required=True),
        access=SIGNED_IN,
        description="Records of a lot, newest first. For managers of its seller.",
    )

    @staticmethod
    def resolve_trace_portals(root: Any, info: Any) -> list[Portal]:
        return list(portals().values())

    @staticmethod
    def resolve_portal_connections(root: Any, info: Any, seller: str) -> QuerySet[connection.PortalConnection]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return connection.PortalConnection.objects.filter(seller=owner).order_by("portal")

    @staticmethod
    def resolve_portal_submissions(root: Any, info: Any, lot: str) -> QuerySet[PortalSubmission]:
        found = lot_for(info, lot, field="lot")
        return PortalSubmission.objects.filter(lot=found).order_by("-created_at", "id")


class PortalMutations(ObjectType):
    """Keeping connections, and handing records over."""

    portal_connection_set = PortalConnectionSet.Field()
    portal_connection_remove = PortalConnectionRemove.Field()
    portal_submission_create = PortalSubmissionCreate.Field()
    portal_submission_send = PortalSubmissionSend.Field()
    portal_submission_record_answer = PortalSubmissionRecordAnswer.Field()
