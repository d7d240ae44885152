"""``traceStepAdd``."""

from datetime import timedelta, timezone
from typing import Any

from catalog.graphql import trace_errors
from catalog.graphql.trace_access import lot_for, step_for
from catalog.graphql.types.lot import Lot
from catalog.graphql.types.trace_step import TraceStep, TraceStepKind
from catalog.traceability.record_step import record_step
from catalog.traceability.step_data import StepData
from catalog.traceability.step_kind import StepKind
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, DateTime, Field, InputError, InputObjectType, Int, Mutation, String
from marketplace.sellers.member import MemberRole

VIETNAM_MINUTES = 7 * 60
FURTHEST_MINUTES = 14 * 60


class TraceStepInput(InputObjectType):
    """What was done to the lot, when and where."""

    kind = TraceStepKind(required=True)
    occurred_at = DateTime(required=True)
    utc_offset_minutes = Int(description="Of the clock at the place, to show the time by; 420 (Vietnam) if left out.")
    place = String(required=True)
    title = String(required=True)
    detail = String()
    source_language = LanguageCodeEnum(description="Vietnamese when left out.")
    supersedes = ID(description="The step of this lot that the new one corrects.")


class TraceStepAdd(Mutation):
    """Add a step to a lot. Nothing is ever changed or removed; a mistake is corrected by a step that supersedes it."""

    class Arguments:
        lot_id = ID(required=True)
        input = TraceStepInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.STEP

    step = Field(TraceStep)
    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, input: Any) -> dict[str, Any]:
        lot = lot_for(info, lot_id, MemberRole.PACKER, field="lot_id")
        trace_errors.check_lengths(input)
        corrected = input.get("supersedes")
        supersedes = step_for(info, corrected, field="input.supersedes") if corrected else None
        step = record_step(lot=lot, data=_data(input), by=signed_in_user(info), supersedes=supersedes)
        return {"step": step, "lot": lot}


def _data(input: Any) -> StepData:
    minutes = input.get("utc_offset_minutes")
    minutes = VIETNAM_MINUTES if minutes is None else minutes
    if not -FURTHEST_MINUTES <= minutes <= FURTHEST_MINUTES:
        raise InputError(_("There is no such offset from UTC."), field="input.utc_offset_minutes")
    try:
        moment = input["occurred_at"].astimezone(timezone(timedelta(minutes=minutes)))
    except OverflowError:
        raise InputError(_("This time is not possible."), field="input.occurred_at") from None
    return StepData(
        kind=StepKind(input["kind"]),
        occurred_at=moment,
        place=input["place"],
        title=input["title"],
        detail=input.get("detail") or "",
        source_language=str(input.get("source_language") or "vi"),
    )
