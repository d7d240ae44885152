"""Templates, checklists, proposals, evidence and warnings around a lot's steps, in the API."""

from datetime import datetime
from typing import Any

from catalog.graphql.types.shown_evidence import EvidenceKindEnum
from catalog.products import media_files
from catalog.traceability.copied_values import CopiedValue as CopiedRow
from catalog.traceability.evidence.open import signed_evidence_url
from catalog.traceability.evidence.step_evidence import StepEvidence as EvidenceRow
from catalog.traceability.linked_stages import LinkedStage as LinkedRow
from catalog.traceability.step import TraceStep as StepRow
from catalog.traceability.templates.checklist import ChecklistStage as ChecklistRow
from catalog.traceability.templates.template import FieldTemplate, StageTemplate, fields
from catalog.traceability.templates.template import TradeTemplate as TradeRow
from catalog.traceability.templates.words import FIELDS, PAPERS, STAGES, TRADES
from i18n.messages import gettext
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Decimal,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
    to_global_id,
)


def _step() -> Any:
    from catalog.graphql.types.trace_step import TraceStep  # the two types name each other

    return TraceStep


def _kind() -> Any:
    from catalog.graphql.types.trace_step import TraceStepKind

    return TraceStepKind


class TraceFieldTemplate(ObjectType):
    """A value that a stage of a template asks for."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True, description="To give it back under, among a step's measures.")
    label = Field(String, required=True, description="In the language of the request.")
    kind = Field(String, required=True, description="text, number or date.")
    unit = Field(String, required=True, description="As people write it; empty for none.")

    @staticmethod
    @batch
    def resolve_label(rows: list[FieldTemplate], info: Any) -> list[str]:
        return [gettext(info.context.language, FIELDS[row.key]) for row in rows]


class TracePaperKind(ObjectType):
    """A paper that a stage usually has."""

    class Meta:
        access = ANYONE

    kind = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request.")


class TraceStageTemplate(ObjectType):
    """A stage that lots of a trade usually go through."""

    class Meta:
        access = ANYONE

    key = Field(String, required=True)
    kind = Field(_kind, required=True)
    title = Field(String, required=True, description="In the language of the request.")
    required_fields = Field(NonNull(List(NonNull(TraceFieldTemplate))), size=5)
    more_fields = Field(NonNull(List(NonNull(TraceFieldTemplate))), size=5)
    papers = Field(NonNull(List(NonNull(TracePaperKind))), size=3)
    wants_photos = Field(Boolean, required=True)

    resolve_required_fields = attribute("required")
    resolve_more_fields = attribute("fields")

    @staticmethod
    @batch
    def resolve_title(rows: list[StageTemplate], info: Any) -> list[str]:
        return [gettext(info.context.language, STAGES[row.key]) for row in rows]

    @staticmethod
    @batch
    def resolve_papers(rows: list[StageTemplate], info: Any) -> list[list[dict[str, str]]]:
        language = info.context.language
        return [[{"kind": kind, "label": gettext(language, PAPERS[kind])} for kind in row.papers] for row in rows]


class TraceTemplate(ObjectType):
    """The stages of a trade, in their usual order."""

    class Meta:
        access = ANYONE

    key = Field(String, required=True)
    title = Field(String, required=True, description="In the language of the request.")
    stages = Field(NonNull(List(NonNull(TraceStageTemplate))), size=10)
    spreadsheet_url = Field(String, required=True, description="A workbook to fill in, in the language of the request.")

    @staticmethod
    @batch
    def resolve_title(rows: list[TradeRow], info: Any) -> list[str]:
        return [gettext(info.context.language, TRADES[row.key]) for row in rows]

    @staticmethod
    @batch
    def resolve_spreadsheet_url(rows: list[TradeRow], info: Any) -> list[str]:
        return [f"/lot-template/{row.key}/{info.context.language}" for row in rows]


class TraceChecklistStage(ObjectType):
    """A stage of the template, and what the lot has of it."""

    class Meta:
        access = SIGNED_IN

    stage = Field(TraceStageTemplate, required=True)
    step = Field(_step, description="Null while it is to come, or was left out.")
    is_next = Field(Boolean, required=True)

    @staticmethod
    @batch
    def resolve_stage(rows: list[ChecklistRow], info: Any) -> list[StageTemplate]:
        return [row.template for row in rows]


class TraceStepProposal(ObjectType):
    """A step of an earlier lot, proposed for this one. Whoever may read the lot may read it."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    source = Field(_step, required=True, description="The earlier lot's step.")

    resolve_source = related("source")


class TraceCopiedValue(ObjectType):
    """A value that stands to the digit in lot after lot, as if nobody had measured it."""

    class Meta:
        access = SIGNED_IN

    step_id = Field(ID, required=True)
    field = Field(String, required=True, description="The name of a measure, or detail.")
    label = Field(String, required=True, description="In the language of the request.")
    value = Field(String, required=True)
    lots = Field(Int, required=True, description="How many lots have it, this one included.")

    @staticmethod
    @batch
    def resolve_step_id(rows: list[CopiedRow], info: Any) -> list[str]:
        return [to_global_id("TraceStep", row.step_id) for row in rows]

    @staticmethod
    @batch
    def resolve_label(rows: list[CopiedRow], info: Any) -> list[str]:
        return [label_of(row.field, info.context.language) for row in rows]


class TraceLinkedStage(ObjectType):
    """A stage of making or trade that events link to a lot."""

    class Meta:
        access = SIGNED_IN

    biz_step = Field(String, required=True, description="A word of the Core Business Vocabulary, or a URI.")
    is_own = Field(Boolean, required=True, description="Recorded by the lot's own seller.")
    is_upstream = Field(Boolean, required=True, description="Of what went into the lot.")
    event_time = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_event_time(rows: list[LinkedRow], info: Any) -> list[datetime]:
        return [row.event_time for row in rows]


class TraceMeasure(ObjectType):
    """What was measured in a step."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request, where a template knows the name.")
    value = Field(String, required=True)
    unit = Field(String, required=True, description="Empty for none.")


class TracePaper(ObjectType):
    """A paper that belongs to a step."""

    class Meta:
        access = SIGNED_IN

    kind = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request.")
    number = Field(String, required=True)


class StepEvidence(ObjectType):
    """A photo or a paper that shows what a step says. Whoever may read the step's evidence may read it."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    kind = Field(EvidenceKindEnum, required=True)
    url = Field(String, required=True, description="Of a public photo for good; of anything else a link for an hour.")
    is_public = Field(Boolean, required=True, description="Whether shoppers may see it.")
    taken_at = Field(DateTime)
    sha256 = Field(String, required=True, description="Of the file as it is kept; it stands in the step's event too.")
    latitude = Field(Decimal, description="WGS 84, where who took it agreed; shoppers are never told.")
    longitude = Field(Decimal)

    @staticmethod
    @batch
    def resolve_url(rows: list[EvidenceRow], info: Any) -> list[str]:
        return [media_files.url_of(row.file, 512) if row.is_public else signed_evidence_url(row) for row in rows]


def measures_of(row: StepRow, language: str) -> list[dict[str, str]]:
    units = {one.name: one.unit for one in fields().values()}
    return [
        {"name": name, "label": label_of(name, language), "value": value, "unit": units.get(name, "")}
        for name, value in row.measures.items()
    ]


def papers_of(row: StepRow, language: str) -> list[dict[str, str]]:
    return [
        {"kind": kind, "label": gettext(language, PAPERS[kind]) if kind in PAPERS else kind, "number": number}
        for kind, number in row.papers
    ]


def label_of(name: str, language: str) -> str:
    """Of a measure by its name in events; a name that no template knows is its own."""
    key = next((one.key for one in fields().values() if one.name == name), None)
    return gettext(language, FIELDS[key]) if key else name
