"""``copied_values``: values that stand to the digit in lot after lot, as if nobody had measured them.

1. Take the lot's standing steps with numbers measured, or with a text.
2. Look at the seller's `LOOKED_AT` earlier lots of the same kind of step.
3. A number, or a whole text, that stands in `ALIKE` lots or more, this one included, is told. Species, standards and
   other words are the same for good reasons and are not looked at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from catalog.traceability.lot import Lot
from catalog.traceability.step import TraceStep

ALIKE = 5
LOOKED_AT = 50
SHORTEST_TEXT = 20
"""Characters: "OK" is the same everywhere and says nothing."""
DETAIL = "detail"
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?\s*\D{0,4}")


@dataclass(frozen=True, slots=True)
class CopiedValue:
    """``field`` is the name of what was measured, or ``detail`` for the text of the step."""

    step_id: UUID
    field: str
    value: str
    lots: int
    """How many lots have it, this one included."""


def copied_values(lot: Lot) -> list[CopiedValue]:
    """For one lot; two statements."""
    return copied_values_of([lot])[lot.pk]


def copied_values_of(lots: Iterable[Lot]) -> dict[UUID, list[CopiedValue]]:
    """For each lot; two statements for each seller among them."""
    by_seller: dict[int, list[Lot]] = defaultdict(list)
    for lot in lots:
        by_seller[lot.seller_id].append(lot)
    return {pk: found for seller, some in by_seller.items() for pk, found in _of_seller(seller, some).items()}


def _of_seller(seller_id: int, lots: list[Lot]) -> dict[UUID, list[CopiedValue]]:
    recent = Lot.objects.filter(seller=seller_id).order_by("-created_at", "pk")
    newest = max(lot.created_at for lot in lots)
    earlier = list(recent.filter(created_at__lte=newest).values_list("pk", "created_at")[: LOOKED_AT + len(lots)])
    created = dict(earlier) | {lot.pk: lot.created_at for lot in lots}
    holders: dict[tuple[str, str, str], set[UUID]] = defaultdict(set)
    own: dict[UUID, list[tuple[UUID, tuple[str, str, str]]]] = {lot.pk: [] for lot in lots}
    for step in TraceStep.objects.standing().filter(lot_id__in=created.keys()).order_by("occurred_at", "pk"):
        for value in _told(step):
            holders[value].add(step.lot_id)
            if step.lot_id in own:
                own[step.lot_id].append((step.pk, value))
    return {lot.pk: list(_copied(lot, own[lot.pk], holders, created)) for lot in lots}


def _copied(
    lot: Lot,
    own: list[tuple[UUID, tuple[str, str, str]]],
    holders: dict[tuple[str, str, str], set[UUID]],
    created: dict[UUID, datetime],
) -> Iterable[CopiedValue]:
    for step_id, value in own:
        alike = {pk for pk in holders[value] if pk == lot.pk or created[pk] <= lot.created_at}
        if len(alike) >= ALIKE:
            yield CopiedValue(step_id, value[1], value[2], len(alike))


def _told(step: TraceStep) -> Iterable[tuple[str, str, str]]:
    """What is compared: kind of step, field, value."""
    for name, value in step.measures.items():
        if _NUMBER.fullmatch(value.strip()):
            yield f"{step.kind} {step.stage}", name, value.strip()
    if len(step.detail) >= SHORTEST_TEXT:
        yield f"{step.kind} {step.stage}", DETAIL, step.detail
