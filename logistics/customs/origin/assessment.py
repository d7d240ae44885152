"""What is said about a product's origin under one agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from i18n.messages import gettext
from logistics.customs.dated import Provenance
from logistics.customs.origin.agreement import Agreement


class Outcome(StrEnum):
    MET = "MET"
    NOT_MET = "NOT_MET"
    NOT_KNOWN = "NOT_KNOWN"


def every(outcomes: Iterable[Outcome]) -> Outcome:
    """All must be met: one refusal decides, else one doubt."""
    found = set(outcomes)
    return next((each for each in (Outcome.NOT_MET, Outcome.NOT_KNOWN) if each in found), Outcome.MET)


def some(outcomes: Iterable[Outcome]) -> Outcome:
    """One is enough; a doubt keeps the question open."""
    found = set(outcomes)
    return next((each for each in (Outcome.MET, Outcome.NOT_KNOWN) if each in found), Outcome.NOT_MET)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was looked at. ``way`` numbers the alternatives from 1; 0 belongs to none."""

    text: str
    outcome: Outcome
    way: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """One alternative of a rule, as written in the data, and how it came out."""

    number: int
    rule: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Assessment:
    agreement: Agreement
    outcome: Outcome
    hs_code: str
    as_of: date
    ways: tuple[Way, ...]
    steps: tuple[Step, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    proofs: tuple[str, ...]
    since: Provenance | None
    """Of the rule; ``None`` when none is on record."""
    build_down: Decimal | None
    """Percent, two decimals; ``None`` when something for it is missing."""
    build_up: Decimal | None

    @property
    def checked(self) -> bool:
        return self.since is not None and self.since.checked


@dataclass(slots=True)
class Notes:
    """Collects what an assessment says, in the reader's language."""

    language: str
    steps: list[Step] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    way: int = 0

    def say(self, msgid: str, **params: object) -> str:
        return gettext(self.language, msgid, **params)

    def step(self, outcome: Outcome, msgid: str, **params: object) -> Outcome:
        self.steps.append(Step(self.say(msgid, **params), outcome, self.way))
        return outcome

    def miss(self, msgid: str, **params: object) -> Outcome:
        text = self.say(msgid, **params)
        if text not in self.missing:
            self.missing.append(text)
        self.steps.append(Step(text, Outcome.NOT_KNOWN, self.way))
        return Outcome.NOT_KNOWN
