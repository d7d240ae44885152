"""The API's part of EPCIS: what happened to a lot, what is being captured, who sees what."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from catalog.graphql.event_access import viewer_in
from catalog.graphql.mutations.field_visibility_set import FieldVisibilitySet, shown_rules
from catalog.graphql.trace_access import uuid_key
from catalog.graphql.types.epcis_event import (
    CaptureJobCountableConnection,
    EpcisEventCountableConnection,
    FieldVisibility,
)
from catalog.traceability.epcis.capture.capture_job import CaptureJob
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.epcis.rights.readable import readable_events
from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.lot import Lot
from marketplace.graphql import ANYONE, ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import seller_for


class EventQueries(ObjectType):
    """Events and how they came."""

    lot_events = ConnectionField(
        EpcisEventCountableConnection,
        lot=ID(required=True),
        access=ANYONE,
        description="What happened to the lot, as far as the caller may read it, oldest first. Everybody reads public "
        "events, partners of the chain more.",
    )
    capture_jobs = ConnectionField(
        CaptureJobCountableConnection,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="Documents that a seller one works for has sent to the EPCIS interface, newest first.",
    )
    field_visibilities = Field(
        List(NonNull(FieldVisibility)),
        seller=ID(required=True),
        access=SIGNED_IN,
        description="Which fields of the events of a seller one works for fewer people see.",
    )

    @staticmethod
    def resolve_lot_events(root: Any, info: Any, lot: str) -> QuerySet[EpcisEvent]:
        row = Lot.objects.select_related("variant").filter(pk=uuid_key(lot, "Lot", "lot")).first()
        if row is None:
            return EpcisEvent.objects.none()
        # A lot that was given a GTIN later is spoken of by its first name in the events from before.
        about = EventThing.objects.filter(event=OuterRef("pk"), uri__in=names_of(row))
        return readable_events(viewer_in(info.context)).filter(Exists(about)).order_by("event_time", "id")

    @staticmethod
    def resolve_capture_jobs(root: Any, info: Any, seller: str) -> QuerySet[CaptureJob]:
        jobs = CaptureJob.objects.filter(seller=seller_for(info, seller, field="seller"))
        return jobs.defer("body").order_by("-created_at", "id")

    @staticmethod
    def resolve_field_visibilities(root: Any, info: Any, seller: str) -> list[dict[str, Any]]:
        return shown_rules(seller_for(info, seller, field="seller"))


class EventMutations(ObjectType):
    """Deciding who sees what of one's events."""

    field_visibility_set = FieldVisibilitySet.Field()
