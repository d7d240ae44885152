"""``plan_measured``: a plan for the lines that can be packed, and the names of those nobody measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from logistics.packing.figures import Figures, figures_of
from logistics.packing.goods import GoodsLine
from logistics.packing.plan import PackingPlan, PackingRules, plan_packing


@dataclass(frozen=True, slots=True)
class MeasuredPlan:
    plan: PackingPlan
    figures: Figures
    unmeasured: tuple[str, ...]
    """Lines without length, width, height or weight: they are in no carton of the plan."""


def plan_measured(lines: Sequence[GoodsLine], rules: PackingRules) -> MeasuredPlan:
    """Raises ``TooMany``. Numbers of lines are those of the measured ones."""
    known = [line for line in lines if line.is_measured or line.carton]
    plan = plan_packing(known, rules)
    missing = tuple(line.name for line in lines if not (line.is_measured or line.carton))
    return MeasuredPlan(plan, figures_of(plan), missing)
