"""What is asked of a lot by a rule, and what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logistics.packs.dossier import Dossier


class Found(StrEnum):
    THERE = "THERE"
    MISSING = "MISSING"
    DOUBTFUL = "DOUBTFUL"
    """Something is there, but a person has to look: it is of another's hand, or past its date."""
    NOT_ASKED = "NOT_ASKED"
    """The rule does not ask it of these goods."""


class Mend(StrEnum):
    """Where what is missing is entered."""

    PRODUCT = "PRODUCT"
    PICTURES = "PICTURES"
    SAFETY = "SAFETY"
    CERTIFICATES = "CERTIFICATES"
    BILL = "BILL"
    LOT = "LOT"
    STEPS = "STEPS"
    MATERIALS = "MATERIALS"
    PLACES = "PLACES"
    PARTNERS = "PARTNERS"
    CODES = "CODES"
    PROFILE = "PROFILE"
    STATEMENTS = "STATEMENTS"


@dataclass(frozen=True, slots=True)
class Finding:
    """``names``: the materials, plots or steps that it is missing of; none where it is the lot itself."""

    found: Found
    names: tuple[str, ...] = ()


THERE = Finding(Found.THERE)
MISSING = Finding(Found.MISSING)
DOUBTFUL = Finding(Found.DOUBTFUL)
NOT_ASKED = Finding(Found.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a rule asks for. ``label`` is an English message id."""

    code: str
    rule: str
    """A name in ``rules.toml``."""
    label: str
    look: Callable[[Dossier], Finding]
    mend: Mend


def there_if(answer: object) -> Finding:
    return THERE if answer else MISSING


def lacking(names: list[str]) -> Finding:
    """Missing of these, or there."""
    return Finding(Found.MISSING, tuple(names)) if names else THERE
