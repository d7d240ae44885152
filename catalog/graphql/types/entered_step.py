"""What a step says beside its words: what was measured, what went in, papers, places and partners."""

from typing import Any

from catalog.graphql.step_rows import evidence_of, inputs_of
from catalog.graphql.trace_access import OWN_STEP
from catalog.graphql.types import trace_entry
from catalog.graphql.types.trace_place import TraceParty, TracePlace
from catalog.traceability.epcis.event import EpcisEvent
from catalog.traceability.epcis.event_rows import EventThing
from catalog.traceability.evidence.step_evidence import StepEvidence as EvidenceRow
from catalog.traceability.step import TraceStep as StepRow
from marketplace.graphql import (
    ANYONE,
    SIGNED_IN,
    Boolean,
    Decimal,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
)


class TraceInput(ObjectType):
    """So much of a thing that went into a lot. Whoever may read the step's inputs may read it."""

    class Meta:
        access = SIGNED_IN

    uri = Field(String, required=True, description="Canonical.")
    quantity = Field(Decimal)
    uom = Field(String, required=True, description="UN/ECE Recommendation 20; empty for pieces.")


class EnteredStep(ObjectType):
    """The fields that a step has because of it."""

    class Meta:
        access = ANYONE

    stage_key = Field(String, description="The stage of its trade's template; null for a step outside it.")
    measures = Field(NonNull(List(NonNull(trace_entry.TraceMeasure))), size=5, description="What was measured.")
    is_copied = Field(Boolean, required=True, description="Taken over from an earlier lot without a change.")
    event_id = Field(String, description="Of the EPCIS event that it is.")
    evidence = Field(List(NonNull(trace_entry.StepEvidence)), access=OWN_STEP, size=5)
    place_record = Field(TracePlace, access=OWN_STEP, description="The place among the seller's own.")
    party = Field(TraceParty, access=OWN_STEP, description="From whom the goods came, or to whom they went.")
    quantity = Field(Decimal, access=OWN_STEP, description="Null for the whole lot.")
    uom = Field(String, access=OWN_STEP, description="UN/ECE Recommendation 20; empty for pieces.")
    papers = Field(List(NonNull(trace_entry.TracePaper)), access=OWN_STEP, size=3)
    inputs = Field(
        List(NonNull(TraceInput)), access=OWN_STEP, size=5, description="What went in, as the event says it."
    )

    resolve_place_record = related("place_ref")
    resolve_party = related("party")

    @staticmethod
    @batch
    def resolve_stage_key(steps: list[StepRow], info: Any) -> list[str | None]:
        return [row.stage or None for row in steps]

    @staticmethod
    @batch
    def resolve_measures(steps: list[StepRow], info: Any) -> list[list[dict[str, str]]]:
        return [trace_entry.measures_of(row, info.context.language) for row in steps]

    @staticmethod
    @batch
    def resolve_papers(steps: list[StepRow], info: Any) -> list[list[dict[str, str]]]:
        return [trace_entry.papers_of(row, info.context.language) for row in steps]

    @staticmethod
    @batch
    def resolve_evidence(steps: list[StepRow], info: Any) -> list[list[EvidenceRow]]:
        return evidence_of(steps)

    @staticmethod
    @batch
    def resolve_event_id(steps: list[StepRow], info: Any) -> list[str | None]:
        events = EpcisEvent.objects.filter(pk__in={row.event_id for row in steps if row.event_id})
        names = dict(events.values_list("pk", "event_id"))
        return [names.get(row.event_id) for row in steps]

    @staticmethod
    @batch
    def resolve_inputs(steps: list[StepRow], info: Any) -> list[list[EventThing]]:
        return inputs_of(steps)
