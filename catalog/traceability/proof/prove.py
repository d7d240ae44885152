"""``paths_of``: the way of events and files up to the roots of their days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from catalog.traceability.proof.day import BLOCK, DailyRoot, LeafBlock, ProofLeaf
from catalog.traceability.proof.tree import path_to


@dataclass(frozen=True, slots=True)
class Inclusion:
    day: date
    position: int
    size: int
    path: tuple[str, ...]


def paths_of(leaves: Sequence[ProofLeaf]) -> dict[int, Inclusion]:
    """By leaf; those whose day is still open are not there. Four queries, however many leaves there are."""
    sizes = dict(DailyRoot.objects.filter(day__in={leaf.day for leaf in leaves}).values_list("day", "size"))
    closed = [leaf for leaf in leaves if leaf.day in sizes]
    neighbours, blocks = _neighbours({(leaf.day, leaf.position // BLOCK) for leaf in closed}), _blocks(sizes)
    return {
        leaf.pk: Inclusion(
            day=leaf.day,
            position=leaf.position,
            size=sizes[leaf.day],
            path=_path(leaf, neighbours[leaf.day, leaf.position // BLOCK], blocks[leaf.day]),
        )
        for leaf in closed
    }


def _path(leaf: ProofLeaf, neighbours: Sequence[bytes], blocks: Sequence[bytes]) -> tuple[str, ...]:
    inside = path_to(leaf.position % BLOCK, neighbours)
    return tuple(node.hex() for node in [*inside, *path_to(leaf.position // BLOCK, blocks)])


def _neighbours(wanted: set[tuple[date, int]]) -> dict[tuple[date, int], list[bytes]]:
    """The leaves of whole blocks."""
    found: dict[tuple[date, int], list[bytes]] = {block: [] for block in wanted}
    asked = Q(pk__in=())
    for day, number in wanted:
        asked |= Q(day=day, position__gte=number * BLOCK, position__lt=(number + 1) * BLOCK)
    rows = ProofLeaf.objects.filter(asked).order_by("day", "position").values_list("day", "position", "leaf")
    for day, position, leaf in rows:
        found[day, position // BLOCK].append(bytes.fromhex(leaf))
    return found


def _blocks(days: dict[date, int]) -> dict[date, list[bytes]]:
    found: dict[date, list[bytes]] = {day: [] for day in days}
    for day, root in LeafBlock.objects.filter(day__in=days).order_by("day", "number").values_list("day", "root"):
        found[day].append(bytes.fromhex(root))
    return found
