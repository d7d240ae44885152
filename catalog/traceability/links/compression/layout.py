"""How the value of an identifier is cut for compression: neighbours of one kind are written as one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalog.traceability.gs1.application_identifier import application_identifiers


@dataclass(frozen=True, slots=True)
class Piece:
    is_digits: bool
    most: int
    varies: bool
    """Then its length is written before it."""


@cache
def layout(ai: str) -> tuple[Piece, ...]:
    """``8008`` (a date, an hour, perhaps minutes and seconds) is eight digits and up to four more."""
    found: list[Piece] = []
    for part in application_identifiers()[ai].parts:
        piece = Piece(part.character_set == "N", part.most, part.is_optional or part.least != part.most)
        if found and _are_one(found[-1], piece):
            piece = Piece(piece.is_digits, found.pop().most + piece.most, piece.varies)
        found.append(piece)
    return tuple(found)


def _are_one(first: Piece, then: Piece) -> bool:
    """Digits of a fixed number before others of a varying number keep to themselves: they need no length."""
    if first.is_digits != then.is_digits:
        return False
    return first.varies == then.varies or not first.is_digits
