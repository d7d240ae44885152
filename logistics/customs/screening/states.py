"""The states of a screening, and what a person may decide."""

from __future__ import annotations

from django.db import models


class ScreeningStatus(models.TextChoices):
    UNSCREENED = "UNSCREENED"
    """No list was loaded: nothing was compared, and nothing is claimed."""
    CLEAR = "CLEAR"
    HELD = "HELD"
    """Somebody on a list may be meant: the goods stay until a person has decided."""
    CLEARED = "CLEARED"
    """A person found that somebody else is meant."""
    CONFIRMED = "CONFIRMED"
    """A person found that the listed party is meant: the goods stay."""


STOPS = (ScreeningStatus.HELD, ScreeningStatus.CONFIRMED)
DECISIONS = {
    ScreeningStatus.HELD: (ScreeningStatus.CLEARED, ScreeningStatus.CONFIRMED),
    ScreeningStatus.CLEARED: (ScreeningStatus.CONFIRMED,),
    ScreeningStatus.CONFIRMED: (ScreeningStatus.CLEARED,),
}
"""A decision may be taken back, with a reason; each stays on record."""


class CannotDecide(Exception):
    """This screening is in no state that leads to the decision."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(f"a screening that is {before} does not become {after}")
        self.before = before
        self.after = after
