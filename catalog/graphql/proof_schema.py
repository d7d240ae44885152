"""Proofs in the catalogue's API: published roots for everybody, bundles for a lot's seller and its partners."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalog.graphql.trace_access import uuid_key
from catalog.graphql.types.proof import Bundle, LotProofBundle, TraceKey, TraceRootCountableConnection
from catalog.traceability.epcis.rights.viewer import viewer_of
from catalog.traceability.lot import Lot
from catalog.traceability.proof.bundle.counts import counts
from catalog.traceability.proof.bundle.link import LIFETIME, bundle_url, may_have_bundle
from catalog.traceability.proof.bundle.reader import Reader
from catalog.traceability.proof.day import DailyRoot
from catalog.traceability.proof.signing_key import ProofKey, key_in_use
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    ConnectionField,
    Field,
    List,
    NonNull,
    ObjectType,
)


class ProofQueries(ObjectType):
    """What lets others check events without trusting the marketplace."""

    trace_roots = ConnectionField(
        TraceRootCountableConnection, access=ANYONE, description="The signed roots of closed days, newest first."
    )
    trace_keys = Field(
        List(NonNull(TraceKey)), required=True, access=ANYONE, description="The keys that sign, oldest first.", size=5
    )
    lot_proof_bundle = Field(
        LotProofBundle,
        lot=ID(required=True),
        without_partners=Boolean(
            default_value=False,
            description="For the lot's seller: leave out suppliers, customers and papers, to hand it to a buyer.",
        ),
        access=SIGNED_IN,
        description="For the lot's seller, partners of its chain, and authorities; null for everybody else.",
        cost=20,
    )

    @staticmethod
    def resolve_trace_roots(root: Any, info: Any) -> QuerySet[DailyRoot]:
        return DailyRoot.objects.order_by("-day")

    @staticmethod
    def resolve_trace_keys(root: Any, info: Any) -> list[ProofKey]:
        key_in_use()
        return list(ProofKey.objects.order_by("created_at", "pk"))

    @staticmethod
    def resolve_lot_proof_bundle(
        root: Any, info: Any, lot: str, without_partners: bool | None = False
    ) -> Bundle | None:
        viewer = viewer_of(info.context.actor)
        found = Lot.objects.select_related("variant__product").filter(pk=uuid_key(lot, "Lot", "lot")).first()
        if found is None or not may_have_bundle(found, viewer):
            return None
        own = found.seller_id in viewer.seller_ids
        reader = Reader(viewer, without_partners=bool(without_partners) and own)
        now, there = timezone.now(), counts(found, reader)
        url = bundle_url(found, reader, now=now)
        return Bundle(url, now + LIFETIME, there.events, there.sealed, there.withheld, there.files)
