"""``value_problems``: whether a value is what its application identifier holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from catalog.traceability.gs1.application_identifier import ApplicationIdentifier, Part, application_identifiers
from catalog.traceability.gs1.characters import SETS
from catalog.traceability.gs1.checks import coupons, digits, lists, moments
from catalog.traceability.gs1.problem import Problem

if TYPE_CHECKING:  # Python 3.9, on which buyers may run this (see ``proof.verifier``), cannot evaluate it
    Check = Callable[[str], str | None]
    """Gives the code of what is wrong, or nothing."""


def _check(name: str) -> Check:
    for module in (digits, moments, lists, coupons):
        found: Check | None = getattr(module, name, None)
        if found is not None:
            return found
    raise LookupError(f"the table names a check {name!r} that there is not")


def value_problems(ai: str, value: str) -> list[Problem]:
    """Nothing for a value that keeps every rule; the first break of each component otherwise."""
    identifier = application_identifiers().get(ai)
    if identifier is None:
        return [Problem("UNKNOWN_AI", ai)]
    return [Problem(code, ai, value) for code in _broken(identifier, value)]


def _broken(identifier: ApplicationIdentifier, value: str) -> Iterator[str]:
    if not value:
        yield "EMPTY"
        return
    rest = value
    for part in identifier.parts:
        if not rest and part.is_optional:
            return
        piece, rest = rest[: part.most], rest[part.most :]
        code = _piece_problem(part, piece)
        if code is not None:
            yield code
            return
    if rest:
        yield "TOO_LONG"


def _piece_problem(part: Part, piece: str) -> str | None:
    if len(piece) < part.least:
        return "TOO_SHORT"
    if not set(piece) <= SETS[part.character_set]:
        return "CHARACTERS"
    return next((code for name in part.checks if (code := _check(name)(piece)) is not None), None)
