"""Identifiers, series and labels: their part of the API."""

from typing import Any

from django.db.models import QuerySet

from catalog.graphql.mutations.identifiers import (
    CompanyPrefixRefuse,
    CompanyPrefixUpdate,
    CompanyPrefixVerify,
    ItemIdentifierUpdate,
    NumberSeriesUpdate,
)
from catalog.graphql.mutations.labels_create import LabelsCreate
from catalog.graphql.trace_access import lot_for
from catalog.graphql.types.company_prefix import (
    PREFIXES,
    CompanyPrefix,
    CompanyPrefixCountableConnection,
    NumberSeries,
    PrefixRow,
    SeriesRow,
)
from catalog.graphql.types.label_run import LabelRun, LabelSheet, RunRow
from catalog.traceability.labels.sheet import Sheet, sheets
from marketplace.graphql import ANYONE, ID, SIGNED_IN, Boolean, ConnectionField, Field, List, NonNull, ObjectType
from marketplace.sellers.graphql.access import seller_for

MOST_RUNS = 20


class IdentifierQueries(ObjectType):
    """A seller's prefix and series, and labels."""

    label_sheets = Field(
        List(NonNull(LabelSheet)), required=True, access=ANYONE, description="Labels as they are sold."
    )
    label_runs = Field(
        List(NonNull(LabelRun)),
        required=True,
        lot=ID(required=True),
        access=SIGNED_IN,
        size=MOST_RUNS,
        description="A lot's labels, the newest first, at most twenty; for the seller's managers.",
    )
    company_prefix = Field(
        CompanyPrefix,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="The last that the seller named; it may have been refused. For its members.",
    )
    company_prefixes = ConnectionField(
        CompanyPrefixCountableConnection,
        is_verified=Boolean(),
        access=PREFIXES,
        description="Those in use, the oldest claim first.",
    )
    number_series = Field(
        List(NonNull(NumberSeries)),
        required=True,
        seller=ID(required=True),
        access=SIGNED_IN,
        description="How a seller numbers lots and pieces; for its members. At most a hundred.",
    )

    @staticmethod
    def resolve_label_sheets(root: Any, info: Any) -> list[Sheet]:
        return list(sheets().values())

    @staticmethod
    def resolve_label_runs(root: Any, info: Any, lot: str) -> QuerySet[RunRow]:
        own = lot_for(info, lot, field="lot")
        return RunRow.objects.filter(lot=own).order_by("-created_at", "pk")[:MOST_RUNS]

    @staticmethod
    def resolve_company_prefix(root: Any, info: Any, seller: str) -> PrefixRow | None:
        own = seller_for(info, seller, field="seller")
        last = PrefixRow.objects.filter(seller=own).order_by("-claimed_at", "-pk").first()
        return last if last is not None and (last.ended_at is None or last.end_reason) else None

    @staticmethod
    def resolve_company_prefixes(root: Any, info: Any, is_verified: bool | None = None) -> QuerySet[PrefixRow]:
        rows = PrefixRow.objects.current().order_by("claimed_at", "pk")
        return rows if is_verified is None else rows.filter(verified_at__isnull=not is_verified)

    @staticmethod
    def resolve_number_series(root: Any, info: Any, seller: str) -> QuerySet[SeriesRow]:
        own = seller_for(info, seller, field="seller")
        return SeriesRow.objects.filter(seller=own).order_by("kind", "variant_id")[:100]


class IdentifierMutations(ObjectType):
    """Naming prefix, series and identifiers, and printing labels."""

    company_prefix_update = CompanyPrefixUpdate.Field()
    company_prefix_verify = CompanyPrefixVerify.Field()
    company_prefix_refuse = CompanyPrefixRefuse.Field()
    number_series_update = NumberSeriesUpdate.Field()
    item_identifier_update = ItemIdentifierUpdate.Field()
    labels_create = LabelsCreate.Field()
