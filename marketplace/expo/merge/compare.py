"""``compare_exhibitors``: two exhibitors side by side, and what they would be as one. Nothing is changed or locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from catalog.refusal import Problem
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.hall import Booth
from marketplace.expo.meetings.meeting import Meeting
from marketplace.expo.merge.entry import filled
from marketplace.expo.merge.moves import Move, declared_moves, twins
from marketplace.expo.merge.obstacles import obstacles

COUNTED = {
    "exhibits": "expo.Exhibit",
    "co_exhibitors": "expo.CoExhibitor",
    "people": "expo.ExhibitorMember",
    "badges": "expo.Badge",
    "leads": "expo.Lead",
    "papers": "expo.FairPaper",
    "manual_answers": "expo.ManualAnswer",
}
"""What is told of each side, by the label of its rows."""
BY_HAND = (Move(Booth, "exhibitor"), Move(Booth, "reserved_for"), Move(Meeting, "exhibitor"))
"""What `merge_exhibitors` brings over itself."""


@dataclass(frozen=True, slots=True)
class Side:
    """An exhibitor with how many rows of each kind it has."""

    exhibitor: Exhibitor
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``result`` is who stays as it will be; ``obstacles`` are why it cannot be."""

    goes: Side
    stays: Side
    result: Side
    obstacles: list[Problem]


def compare_exhibitors(*, goes: Exhibitor, stays: Exhibitor, now: datetime) -> Comparison:
    """About forty queries, however much the two have."""
    first, second = _counts(goes), _counts(stays)
    doubled = _doubled(goes, stays)
    both = {name: first[name] + second[name] - doubled.get(name, 0) for name in first}
    return Comparison(
        Side(goes, first), Side(stays, second), Side(filled(goes, stays), both), obstacles(goes, stays, now=now)
    )


def _by_name() -> dict[str, Move]:
    found = {(each.model._meta.label, each.field): each for each in declared_moves()}
    declared = {name: found[label, "exhibitor"] for name, label in COUNTED.items()}
    return {**declared, **dict(zip(("booths", "reserved_booths", "meetings"), BY_HAND, strict=True))}


def _counts(exhibitor: Exhibitor) -> dict[str, int]:
    return {name: move.rows(exhibitor).count() for name, move in _by_name().items()}


def _doubled(goes: Exhibitor, stays: Exhibitor) -> dict[str, int]:
    if goes.pk == stays.pk:
        return _counts(goes)
    return {name: sum(1 for _pair in twins(move, goes, stays)) for name, move in _by_name().items()}
