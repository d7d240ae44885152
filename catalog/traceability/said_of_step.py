"""``said_of``: all that was said of a step that is there, so that a correction begins with it.

The row keeps most; what went in and the container stand in its event alone. Photos and papers are its evidence rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from catalog.traceability.identity.lot_name import names_of
from catalog.traceability.record_step import data_of
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import StepData, StepInput
from catalog.traceability.step_kind import StepKind


def said_of(step: TraceStep) -> StepData:
    """Needs ``step.lot``."""
    document = step.event.document if step.event is not None else {}
    return replace(
        data_of(step),
        inputs=tuple(_inputs(step, document)),
        container=document.get("parentID", "") if document.get("type") == "AggregationEvent" else "",
        evidence=tuple(step.evidence.all()),
    )


def _inputs(step: TraceStep, document: dict[str, Any]) -> Iterable[StepInput]:
    """Of a transformation its inputs; what a receiving step took in, which without any is the lot itself."""
    if document.get("type") == "TransformationEvent":
        kinds, pieces = document.get("inputQuantityList", []), document.get("inputEPCList", [])
    elif step.kind == StepKind.RECEIVING:
        own = names_of(step.lot)
        kinds = [one for one in document.get("quantityList", []) if one["epcClass"] not in own]
        pieces = document.get("epcList", [])
    else:
        return
    for one in kinds:
        amount = Decimal(str(one["quantity"])) if "quantity" in one else None
        yield StepInput(one["epcClass"], amount, one.get("uom", ""), is_kind=True)
    yield from (StepInput(piece) for piece in pieces)
