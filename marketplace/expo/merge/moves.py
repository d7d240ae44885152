"""Rows that follow when two records become one: declared for each kind when the applications start.

A package above exhibitions declares its own, so that this one need not know it. A test walks over everything that
points to an exhibitor, a lead or an exhibit: what has no rule here is not forgotten but fails.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class Move:
    """Rows of ``model`` follow by their foreign key ``field``.

    Of two rows with the same ``once`` the one of who stays remains; ``join`` writes into it what the other had besides,
    and saves it.
    """

    model: type[models.Model]
    field: str
    once: Callable[[Any], Hashable] | None = None
    join: Callable[[Any, Any], None] | None = None

    @property
    def target(self) -> Any:
        return self.model._meta.get_field(self.field).related_model

    def rows(self, of: models.Model) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(**{self.field: of}).order_by("pk")


_MOVES: dict[tuple[str, str], Move] = {}


def register_move(move: Move) -> None:
    """Declare once more is the same as once."""
    _MOVES[move.model._meta.label, move.field] = move


def declared_moves() -> list[Move]:
    return list(_MOVES.values())


def twins(move: Move, goes: models.Model, stays: models.Model) -> Iterator[tuple[Any, Any]]:
    """Pairs of rows that may stand only once: of the record that goes, and of the one that stays."""
    if move.once is None:
        return
    kept = {move.once(row): row for row in move.rows(stays)}
    for row in move.rows(goes):
        if (key := move.once(row)) in kept:
            yield row, kept[key]


def follow(goes: models.Model, stays: models.Model) -> None:
    """Bring over every declared row, in the order of declaration; the caller holds the locks of both records."""
    for move in declared_moves():
        if move.target is not type(goes):
            continue
        for left, kept in list(twins(move, goes, stays)):
            if move.join is not None:
                move.join(left, kept)
            left.delete()
        move.rows(goes).update(**{move.field: stays})
