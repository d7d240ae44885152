"""Lots and their codes in the API."""

from typing import Any

from django.db.models import Count, QuerySet

from catalog.graphql.trace_access import OWN_LOT
from catalog.graphql.types import trace_entry
from catalog.graphql.types.trace_step import TraceStep
from catalog.traceability import qr, step
from catalog.traceability.code import grouped
from catalog.traceability.copied_values import CopiedValue, copied_values_of
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.lot import Lot as LotRow
from catalog.traceability.lot import TraceCode as TraceCodeRow
from catalog.traceability.lot import TraceCodeStatus as Status
from catalog.traceability.recall.recall import Recall
from catalog.traceability.recall.recall_of import recalls_of
from catalog.traceability.templates.checklist import ChecklistStage, checklist, trade_named
from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    Date,
    DateTime,
    Enum,
    Field,
    InputError,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.models import Seller

LotLocalized = localized_type("LotLocalized", optional=["note"])
TraceCodeStatus = Enum.from_enum(
    Status, name="TraceCodeStatus", description="Whether a code still vouches for anything."
)
MOST_CODES = 1000


def _codes(_info: Any, first: int) -> QuerySet[TraceCodeRow]:
    if not 1 <= first <= MOST_CODES:
        raise InputError(_("From 1 to %(most)s codes can be read."), field="first", params={"most": MOST_CODES})
    return TraceCodeRow.objects.order_by("created_at", "code")


class TraceCode(ObjectType):
    """A code on a piece or carton."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    grouped = Field(String, required=True, description="As printed for people: 7K3M-9QXW-2T4BC.")
    url = Field(String, required=True, description="What the QR code holds.")
    qr_svg = Field(String, required=True, cost=2, description="The QR code as an SVG picture, error correction M.")
    status = Field(TraceCodeStatus, required=True)
    created_at = Field(DateTime, required=True)
    lot = Field(lambda: Lot, required=True)

    resolve_lot = related("lot")

    @staticmethod
    @batch
    def resolve_grouped(codes: list[TraceCodeRow], info: Any) -> list[str]:
        return [grouped(row.code) for row in codes]

    @staticmethod
    @batch
    def resolve_url(codes: list[TraceCodeRow], info: Any) -> list[str]:
        return [qr.trace_url(row.code) for row in codes]

    @staticmethod
    @batch
    def resolve_qr_svg(codes: list[TraceCodeRow], info: Any) -> list[str]:
        return [qr.qr_svg(row.code) for row in codes]


class Lot(ObjectType):
    """Goods of one variant made together, with one history."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    number = Field(String, required=True, description="The seller's own.")
    variant = Field("catalog.graphql.types.product_variant.ProductVariant", required=True)
    produced_on = Field(Date, required=True)
    expires_on = Field(Date)
    quantity = Field(Int, required=True, description="Pieces.")
    place = Field(String, required=True)
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(LotLocalized, required=True, language_code=language_argument())
    steps = Field(List(NonNull(TraceStep)), required=True, description="Oldest first; corrected ones left out.")
    history = Field(
        List(NonNull(TraceStep)), access=OWN_LOT, description="Every row there is, corrected ones too, as recorded."
    )
    trade = Field(
        String, required=True, description="Whose template its steps follow; empty for its seller's own trade."
    )
    checklist = Field(
        List(NonNull(trace_entry.TraceChecklistStage)),
        access=OWN_LOT,
        size=10,
        description="The stages of its trade's template, with what is done; empty for a trade without one.",
    )
    proposals = Field(
        List(NonNull(trace_entry.TraceStepProposal)),
        access=OWN_LOT,
        size=10,
        description="Steps of the lot it was copied from that wait for a word.",
    )
    copied_values = Field(
        List(NonNull(trace_entry.TraceCopiedValue)),
        access=OWN_LOT,
        size=5,
        description="Values that stand to the digit in lot after lot: buyers are told so too.",
    )
    codes = Field(List(NonNull(TraceCode)), first=Int(default_value=100), access=OWN_LOT)
    code_count = Field(Int, access=OWN_LOT, description="How many codes were made.")
    recall = Field(
        "catalog.graphql.types.recall.RecallNotice", description="While the lot is called back; everybody may know."
    )
    created_at = Field(DateTime, required=True)

    resolve_variant = related("variant")
    resolve_localized = localized_texts(LotRow.SUBJECT, ["note"])
    resolve_steps = related_list(
        lambda _info: step.TraceStep.objects.standing().order_by("occurred_at", "recorded_at"), by="lot_id"
    )
    resolve_history = related_list(lambda _info: step.TraceStep.objects.order_by("recorded_at"), by="lot_id")
    resolve_proposals = related_list(
        lambda _info: StepProposal.objects.filter(step=None, dismissed_at=None).order_by("position"), by="lot_id"
    )
    resolve_codes = related_list(_codes, by="lot_id", first="first")

    @staticmethod
    @batch
    def resolve_checklist(lots: list[LotRow], info: Any) -> list[list[ChecklistStage]]:
        crafts = dict(Seller.objects.filter(pk__in={lot.seller_id for lot in lots}).values_list("pk", "craft"))
        steps: dict[Any, list[step.TraceStep]] = {lot.pk: [] for lot in lots}
        for row in step.TraceStep.objects.standing().filter(lot__in=lots).order_by("occurred_at", "recorded_at"):
            steps[row.lot_id].append(row)
        return [checklist(trade_named(lot.trade, crafts[lot.seller_id]), steps[lot.pk]) for lot in lots]

    @staticmethod
    @batch
    def resolve_copied_values(lots: list[LotRow], info: Any) -> list[list[CopiedValue]]:
        found = copied_values_of(lots)
        return [found[lot.pk] for lot in lots]

    @staticmethod
    @batch
    def resolve_recall(lots: list[LotRow], info: Any) -> list[Recall | None]:
        found = recalls_of([row.pk for row in lots])
        return [found.get(row.pk) for row in lots]

    @staticmethod
    @batch
    def resolve_code_count(lots: list[LotRow], info: Any) -> list[int]:
        counts = dict(
            TraceCodeRow.objects.filter(lot__in=lots).values_list("lot_id").annotate(number=Count("code")).order_by()
        )
        return [counts.get(row.pk, 0) for row in lots]


LotCountableConnection = connection_type(Lot)
