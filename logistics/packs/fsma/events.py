"""Stages of food as the critical tracking events of 21 CFR 1.1325 to 1.1350."""

from __future__ import annotations

from catalog.traceability.step import TraceStep
from catalog.traceability.step_kind import StepKind

CRITICAL: dict[str, str] = {
    StepKind.HARVESTING: "Harvesting",
    StepKind.STORING: "Cooling",
    StepKind.PACKING: "Initial packing",
    StepKind.RECEIVING: "Receiving",
    StepKind.COMMISSIONING: "Transformation",
    StepKind.TRANSFORMING: "Transformation",
    StepKind.SHIPPING: "Shipping",
    StepKind.DEPARTING: "Shipping",
}
"""Names as the rule writes them. Growing, inspecting and selling to consumers are none of its events."""


def critical_steps(steps: tuple[TraceStep, ...]) -> list[TraceStep]:
    return [step for step in steps if step.kind in CRITICAL]
