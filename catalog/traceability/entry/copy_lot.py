"""``copy_lot``, ``confirm_proposal`` and ``dismiss_proposal``: a new lot made like an earlier one.

What is copied are proposals. Each is confirmed by itself, with its own time; a value that stays as it was is marked so
for ever, on the step that the shopper reads. Materials that went in are not copied: they are used up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from catalog.traceability.create_lot import LotData, create_lot
from catalog.traceability.entry.step_proposal import StepProposal
from catalog.traceability.lot import Lot
from catalog.traceability.record_step import record_step
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import StepData

if TYPE_CHECKING:
    from marketplace.accounts.models import User

MOST = 200


class ProposalSettled(ValueError):
    """The proposal has become a step, or was dismissed."""


def copy_lot(*, lot: Lot, data: LotData) -> Lot:
    """A new lot of the same variant, with the other's standing steps as proposals. Raises as `create_lot`."""
    with transaction.atomic():
        made = create_lot(variant=lot.variant, data=replace(data, trade=data.trade or lot.trade))
        steps = lot.steps.standing()[:MOST]
        StepProposal.objects.bulk_create(
            [StepProposal(lot=made, source=step, position=place) for place, step in enumerate(steps)]
        )
    return made


def confirm_proposal(*, proposal: StepProposal, data: StepData, by: User | None, entry_key: str = "") -> TraceStep:
    """Make it a step. Raises `ProposalSettled`, and as `record_step`; then it stays a proposal."""
    with transaction.atomic():
        locked = _open(proposal)
        earlier = locked.source
        is_copied = dict(data.measures) == earlier.measures and data.detail.strip() == earlier.detail
        step = record_step(
            lot=locked.lot,
            data=data,
            by=by,
            entry_key=entry_key,
            is_copied=is_copied and bool(earlier.measures or earlier.detail),
        )
        locked.step = step
        locked.save(update_fields=["step"])
    return step


def dismiss_proposal(*, proposal: StepProposal) -> StepProposal:
    """This time it was not done. Raises `ProposalSettled`."""
    with transaction.atomic():
        locked = _open(proposal)
        locked.dismissed_at = timezone.now()
        locked.save(update_fields=["dismissed_at"])
    return locked


def _open(proposal: StepProposal) -> StepProposal:
    rows = StepProposal.objects.select_for_update(of=("self",)).select_related("lot__variant", "lot__seller", "source")
    locked = rows.get(pk=proposal.pk)
    if locked.step_id is not None or locked.dismissed_at is not None:
        raise ProposalSettled(f"proposal {locked} is settled")
    return locked
