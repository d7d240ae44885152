"""What came of asking one carrier."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from logistics.carrier import CarrierError, Quote


@dataclass(frozen=True, slots=True)
class Quoted:
    """It answered; with nothing where it does not go."""

    quotes: tuple[Quote, ...]
    kept: bool = False
    """It answered the same question before, and was not troubled again."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not answer; ``permanent`` when asking the same again is no use."""

    fact: str
    permanent: bool
    retry_after: int | None = None
    """Seconds after which the carrier wants to be asked again, when it said so."""
    said: str = ""
    """Its own words, for the people of the account alone: they may repeat an address."""

    @classmethod
    def by(cls, failure: CarrierError) -> Failed:
        return cls(failure.fact, failure.permanent, failure.retry_after, failure.said)


@dataclass(frozen=True, slots=True)
class TooLate:
    """It had not answered when the time was over. Its answer is kept for the next time when it comes."""

    asked: bool = True
    """False when it was not even its turn: so many others were being asked."""


Outcome = Quoted | Failed | TooLate


class Silence(StrEnum):
    """Why a carrier gives no price."""

    REFUSED = "REFUSED"
    """It will not say more when asked again: it does not take these goods, or wants to know more about them."""
    FAILED = "FAILED"
    """Something went wrong; it may answer later."""
    TOO_LATE = "TOO_LATE"
    """It did not answer in time; it may next time."""


def silence_of(outcome: Failed | TooLate) -> Silence:
    if isinstance(outcome, TooLate):
        return Silence.TOO_LATE
    return Silence.REFUSED if outcome.permanent else Silence.FAILED
