"""What a correction leaves unsaid stays as it was."""

from dataclasses import replace
from typing import Any

from catalog.traceability.said_of_step import said_of
from catalog.traceability.step import TraceStep
from catalog.traceability.step_data import TAKING_IN, StepData

_FIELDS = {
    "place_id": "place_ref",
    "party_id": "party",
    "stage": "stage",
    "detail": "detail",
    "source_language": "source_language",
    "inputs": "inputs",
    "quantity": "quantity",
    "uom": "uom",
    "measures": "measures",
    "papers": "papers",
    "container": "container",
}
"""Of the input -> of what is said."""


def corrected(data: StepData, given: Any, wrong: TraceStep) -> StepData:
    """``data`` as it was given, with the rest as the wrong step had it. ``null`` and empty lists take away.

    Photos and papers come to those that are there. A step of another kind has neither the stage of the earlier nor,
    if none can go into it, its inputs.
    """
    earlier = said_of(wrong)
    stays: dict[str, Any] = {field: getattr(earlier, field) for name, field in _FIELDS.items() if name not in given}
    if data.kind != earlier.kind:
        stays.pop("stage", None)
    if data.kind not in TAKING_IN:
        stays.pop("inputs", None)
    if given.get("utc_offset_minutes") is None:
        stays["occurred_at"] = data.occurred_at.astimezone(earlier.occurred_at.tzinfo)
    if data.evidence or "evidence" not in given:
        stays["evidence"] = (*earlier.evidence, *data.evidence)
    return replace(data, **stays)
