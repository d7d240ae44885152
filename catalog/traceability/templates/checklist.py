"""``checklist``: what of its trade's template a lot has behind it, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.traceability.templates.template import StageTemplate, TradeTemplate, trade_of_craft, trades

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.traceability.lot import Lot
    from catalog.traceability.step import TraceStep


@dataclass(frozen=True, slots=True)
class ChecklistStage:
    """A stage, and the step that did it: ``None`` while it is to come, or was left out."""

    template: StageTemplate
    step: TraceStep | None
    is_next: bool


def trade_of(lot: Lot) -> TradeTemplate | None:
    """As its seller said, else of the seller's own trade; ``None`` for a trade without a template. Reads the seller."""
    return trade_named(lot.trade, lot.seller.craft)


def trade_named(trade: str, craft: str) -> TradeTemplate | None:
    return trades().get(trade) if trade else trade_of_craft(craft)


def checklist(trade: TradeTemplate | None, steps: Iterable[TraceStep]) -> list[ChecklistStage]:
    """``steps`` are the lot's standing ones, oldest first. A step without a stage counts for the first of its kind.

    The next stage is the first to come after the last one that was done.
    """
    if trade is None:
        return []
    done = _done(trade, list(steps))
    last = max((place for place, stage in enumerate(trade.stages) if stage.key in done), default=-1)
    following = next((stage.key for stage in trade.stages[last + 1 :]), "")
    return [ChecklistStage(stage, done.get(stage.key), stage.key == following) for stage in trade.stages]


def _done(trade: TradeTemplate, steps: list[TraceStep]) -> dict[str, TraceStep]:
    done = {step.stage: step for step in steps if step.stage and trade.stage(step.stage)}
    for step in steps:
        if not step.stage:
            free = (stage.key for stage in trade.stages if stage.kind == step.kind and stage.key not in done)
            done |= {key: step for key in [next(free, "")] if key}
    return done
