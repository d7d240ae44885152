"""``traceStepAdd``."""

from typing import Any

from catalog.graphql import errors, trace_errors
from catalog.graphql.step_correction import corrected
from catalog.graphql.trace_access import lot_for, step_for
from catalog.graphql.trace_inputs import TraceStepInput, entry_key, step_data
from catalog.graphql.types.lot import Lot
from catalog.graphql.types.trace_step import TraceStep
from catalog.traceability.record_step import record_step
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Field, Mutation
from marketplace.sellers.member import MemberRole


class TraceStepAdd(Mutation):
    """Add a step to a lot. Nothing is ever changed or removed; a mistake is corrected by a step that supersedes it.

    What a correction leaves out of its input stays as the corrected step had it: place, partner, stage, what went in,
    measures, papers, quantity, container and the rest; null or an empty list takes it away. Photos and papers come to
    those that are there, unless the list of them is null or empty.

    Each step is captured as an EPCIS event. Under an ``entryKey`` that the lot knows the earlier step is the answer.
    """

    class Arguments:
        lot_id = ID(required=True)
        input = TraceStepInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.STEP | errors.REFUSED

    step = Field(TraceStep)
    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, lot_id: str, input: Any) -> dict[str, Any]:
        lot = lot_for(info, lot_id, MemberRole.PACKER, field="lot_id")
        wrong = input.get("supersedes")
        supersedes = step_for(info, wrong, field="input.supersedes") if wrong else None
        data = step_data(input, seller_id=lot.seller_id)
        if supersedes is not None:
            data = corrected(data, input, supersedes)
        key = entry_key(input)
        step = record_step(lot=lot, data=data, by=signed_in_user(info), supersedes=supersedes, entry_key=key)
        return {"step": step, "lot": lot}
