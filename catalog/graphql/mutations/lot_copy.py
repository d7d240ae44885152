"""``lotCopy``, ``traceStepProposalConfirm`` and ``-Dismiss``."""

from typing import Any

from catalog.graphql import errors, trace_errors
from catalog.graphql.trace_access import lot_for, proposal_for
from catalog.graphql.trace_inputs import TraceStepInput, entry_key, step_data
from catalog.graphql.types.lot import Lot
from catalog.graphql.types.trace_step import TraceStep
from catalog.traceability.create_lot import LotData
from catalog.traceability.entry.copy_lot import confirm_proposal, copy_lot, dismiss_proposal
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.graphql import ID, SIGNED_IN, Date, Field, InputObjectType, Int, Mutation, String


class LotCopyInput(InputObjectType):
    """What is different of the new lot; its place and note are the earlier one's when left out."""

    number = String(required=True)
    produced_on = Date(required=True)
    expires_on = Date()
    quantity = Int(required=True, description="Pieces.")
    place = String()
    note = String()


class LotCopy(Mutation):
    """A new lot like an earlier one: its steps are proposals, each to be confirmed with its own time. For managers."""

    class Arguments:
        id = ID(required=True)
        input = LotCopyInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.LOT

    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        lot = lot_for(info, id)
        trace_errors.check_lengths(input)
        data = LotData(
            number=input["number"],
            produced_on=input["produced_on"],
            expires_on=input.get("expires_on"),
            quantity=input["quantity"],
            place=input.get("place") or lot.place,
            note=lot.note if input.get("note") is None else input["note"],
            source_language=lot.source_language,
        )
        return {"lot": copy_lot(lot=lot, data=data)}


class TraceStepProposalConfirm(Mutation):
    """Make a proposal a step, as it was or changed; a step that says the same as the earlier one is marked copied.

    For everybody who works for the seller.
    """

    class Arguments:
        id = ID(required=True)
        input = TraceStepInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = trace_errors.STEP | trace_errors.PROPOSAL | errors.REFUSED
        error_codes = ("WRONG_STATE",)

    step = Field(TraceStep)
    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        proposal = proposal_for(info, id)
        data = step_data(input, seller_id=proposal.lot.seller_id)
        step = confirm_proposal(proposal=proposal, data=data, by=signed_in_user(info), entry_key=entry_key(input))
        return {"step": step, "lot": step.lot}


class TraceStepProposalDismiss(Mutation):
    """Say that this time it was not done. For everybody who works for the seller."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = trace_errors.PROPOSAL
        error_codes = ("WRONG_STATE",)

    lot = Field(Lot)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"lot": dismiss_proposal(proposal=proposal_for(info, id)).lot}
