"""Steps of a lot in the API."""

from datetime import datetime
from typing import Any

from catalog.graphql.trace_access import OWN_STEP
from catalog.graphql.types.entered_step import EnteredStep
from catalog.graphql.types.shown_evidence import WithShownEvidence
from catalog.traceability import step, step_kind
from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.graphql import ANYONE, ID, DateTime, Enum, Field, ObjectType, String, batch, to_global_id

TraceStepKind = Enum.from_enum(
    step_kind.StepKind, name="TraceStepKind", description="A stage of making or trade, after the words of EPCIS 2.0."
)
TraceStepLocalized = localized_type("TraceStepLocalized", required=["title"], optional=["detail"])

KIND_WORDS = {
    "GROWING": _("Growing and tending"),
    "HARVESTING": _("Harvesting"),
    "RECEIVING": _("Receiving of material"),
    "COMMISSIONING": _("Making"),
    "TRANSFORMING": _("Processing"),
    "ASSEMBLING": _("Assembling"),
    "INSPECTING": _("Inspection"),
    "PACKING": _("Packing and labelling"),
    "STORING": _("Storage"),
    "SHIPPING": _("Dispatch"),
    "DEPARTING": _("Export"),
    "RETAIL_SELLING": _("Retail sale"),
}


class TraceStep(WithShownEvidence, EnteredStep, ObjectType):
    """One stage in the life of a lot."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    kind = Field(TraceStepKind, required=True)
    kind_display = Field(String, required=True, description="In the language of the request.")
    stage = Field(String, required=True, description="The stage as Vietnamese rules call it.")
    occurred_at = Field(DateTime, required=True, description="With the clock of the place.")
    place = Field(String, required=True)
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(TraceStepLocalized, required=True, language_code=language_argument())
    recorded_at = Field(DateTime, required=True, description="When it was written down here; never changed since.")
    recorded_by = Field(String, access=OWN_STEP, description="Who wrote it down.")
    supersedes = Field(ID, description="The earlier row that this one corrects.")

    resolve_localized = localized_texts(step.TraceStep.SUBJECT, ["title", "detail"])

    @staticmethod
    @batch
    def resolve_kind_display(steps: list[step.TraceStep], info: Any) -> list[str]:
        return [gettext(info.context.language, KIND_WORDS[row.kind]) for row in steps]

    @staticmethod
    @batch
    def resolve_stage(steps: list[step.TraceStep], info: Any) -> list[str]:
        return [step_kind.STAGES[row.kind].vietnamese for row in steps]

    @staticmethod
    @batch
    def resolve_occurred_at(steps: list[step.TraceStep], info: Any) -> list[datetime]:
        return [row.local_time for row in steps]

    @staticmethod
    @batch
    def resolve_recorded_by(steps: list[step.TraceStep], info: Any) -> list[str | None]:
        people = User.objects.in_bulk({row.recorded_by_id for row in steps if row.recorded_by_id})
        return [people[row.recorded_by_id].full_name if row.recorded_by_id in people else None for row in steps]

    @staticmethod
    @batch
    def resolve_supersedes(steps: list[step.TraceStep], info: Any) -> list[str | None]:
        return [to_global_id("TraceStep", row.supersedes_id) if row.supersedes_id else None for row in steps]
